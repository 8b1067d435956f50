import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#db'
import { inspectCity } from '#db/city/check.ts'
import { showFinding } from '#db/city/refuse.ts'
import { changesToFiles, cityCatalog, compare } from '#domain/catalog/index.ts'
import { filesIn } from '../../../scripts/catalog/check.ts'
import { writeCatalog } from '../../../scripts/catalog/export.ts'
import { openWorld } from '../../support/world.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-'))
  await openWorld()
  await writeCatalog(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function differences() {
  const { city, findings } = inspectCity(filesIn(folder))
  if (!city) throw new Error(findings.map(showFinding).join('\n'))
  return compare(read(), await changesToFiles(read(), cityCatalog(city)))
}

test('what was exported loads again identically', async () => {
  expect(inspectCity(filesIn(folder)).findings).toEqual([])
  expect(await differences()).toEqual([])
})

test('a change of an exported file is told place by place', async () => {
  const file = join(folder, 'catalog/halls.json')
  const halls: { code: string; phone: string }[] = JSON.parse(readFileSync(file, 'utf8'))
  const [first] = halls
  if (!first) throw new Error('no hall was exported')
  const from = first.phone
  first.phone = '12345'
  writeFileSync(file, JSON.stringify(halls))
  expect(await differences()).toEqual([
    { kind: 'hall', code: first.code, what: 'changed', places: [{ path: 'phone', from, to: '12345' }] },
  ])
})
