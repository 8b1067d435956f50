import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { files } from '#db/schema/files.ts'
import { scansOf, useScanner } from '#domain/files/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { giveMaterials, presentStep } from '#domain/forms/index.ts'
import { look, type Asking } from '#domain/perform.ts'
import { clamd } from '#server/connectors/scanner/clamd.ts'
import { chunk, makePng, onePage } from '../../unit/files/make.ts'
import { openScanner, VIRUS } from '../../support/scanner.ts'
import { openWorld, type World } from '../../support/world.ts'
import { draftWithBill } from './with-bill.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => useScanner(undefined))

const clean = makePng([[0, 1, 2, 3]], 1)
const infected = makePng([[0, 1, 2, 3]], 1, 8, 2, chunk('IDAT', VIRUS))

/** Every file in the store. */
const stored = () =>
  readdirSync(join(process.env.DATA_DIR ?? '', 'files'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.includes('/'),
  )

async function photosOf(who: Asking, draft: string) {
  const { materials, problems, step } = await look(who, (reading) =>
    presentStep(reading, { draft, step: 'materials' }),
  )
  return { files: materials.find(({ code }) => code === 'child-photo')?.files ?? [], problems, step }
}

const give = (who: Asking, draft: string, data: Buffer, name = 'photo.png') =>
  giveMaterials(who, { draft, stay: '1', 'child-photo': [{ name, data }] })

describe('a scanner that speaks clamd’s protocol', () => {
  it('is given the whole stream and says what it found', async () => {
    const scanner = await openScanner()
    const scan = clamd(scanner.address)
    expect(await scan(Buffer.alloc(3_000_000))).toBe('clean')
    expect(await scan(Buffer.from(`before ${VIRUS} after`))).toBe('infected')
    expect(scanner.scanned).toEqual([3_000_000, 13 + VIRUS.length])
    await scanner.close()
  })

  it('that refuses or is not there is no verdict', async () => {
    const scanner = await openScanner(100)
    await expect(clamd(scanner.address)(Buffer.alloc(200))).rejects.toThrow('size limit')
    await scanner.close()
    await expect(clamd(scanner.address)(Buffer.alloc(1))).rejects.toThrow()
    await expect(clamd('/nowhere/clamd.sock')(Buffer.alloc(1))).rejects.toThrow()
  })

  it('with an address nobody can read stops the start', () => {
    expect(() => clamd('scanner:3310')).toThrow('CLAMD_URL')
    expect(() => clamd('http://scanner')).toThrow('CLAMD_URL')
  })
})

describe('a file that is handed in', () => {
  it('is kept when the scanner finds nothing, and refused without a trace when it finds something', async () => {
    const scanner = await openScanner()
    useScanner(scanner.address)
    const who = await world.as('mother01')
    const draft = await draftWithBill(who)
    await give(who, draft, clean)
    const before = stored()
    const { problems } = await give(who, draft, infected)
    expect(problems).toMatchObject([{ field: 'child-photo', code: 'file_infected' }])
    expect(stored()).toEqual(before)
    const { files: kept } = await photosOf(who, draft)
    expect(kept).toMatchObject([{ name: 'photo.png', unscanned: false }])
    const scans = await scansOf(
      read(),
      kept.map(({ fileId }) => fileId),
    )
    expect([...scans.values()]).toEqual(['clean'])
    await scanner.close()
  })

  it('waits for a scanner that is down, marked, and is scanned when it is back', async () => {
    useScanner('tcp://127.0.0.1:9')
    const who = await world.as('mother02')
    const draft = await draftWithBill(who)
    expect((await give(who, draft, clean)).problems).toEqual([])
    expect((await photosOf(who, draft)).files).toMatchObject([{ unscanned: true }])
    await world.runJobs()
    const scanner = await openScanner()
    useScanner(scanner.address)
    world.at('2026-11-23T10:05:00+08:00')
    await world.runJobs()
    expect((await photosOf(await world.as('mother02'), draft)).files).toMatchObject([{ unscanned: false }])
    await scanner.close()
  })

  it('in which a virus is found later is erased, taken out of the draft and told beside its material', async () => {
    useScanner('tcp://127.0.0.1:9')
    const who = await world.as('mother03')
    const draft = await draftWithBill(who)
    await give(who, draft, infected, 'later.png')
    const [file] = (await photosOf(who, draft)).files
    const path = join(process.env.DATA_DIR ?? '', 'files', file?.fileId.slice(-2) ?? '', file?.fileId ?? '')
    expect(existsSync(path)).toBe(true)
    const scanner = await openScanner()
    useScanner(scanner.address)
    world.at('2026-11-23T10:10:00+08:00')
    await world.runJobs()
    expect(existsSync(path)).toBe(false)
    const after = await photosOf(await world.as('mother03'), draft)
    expect(after).toMatchObject({
      files: [],
      problems: [{ field: 'child-photo', code: 'file_infected', params: { name: 'later.png' } }],
    })
    expect(await read().select().from(files)).not.toContainEqual(
      expect.objectContaining({ id: file?.fileId }),
    )
    const { rows } = await look(await world.as('mother03'), (reading) => listNotices(reading, {}))
    expect(rows).toMatchObject([{ kind: 'file_infected', link: `/apply/${draft}/materials` }])
    await scanner.close()
  })

  it('is taken unscanned where there is no scanner', async () => {
    const who = await world.as('mother04')
    const draft = await draftWithBill(who)
    await giveMaterials(who, { draft, stay: '1', 'delivery-bill': [{ name: 'a.pdf', data: onePage() }] })
    const rows = await read().select().from(files)
    expect(rows.find(({ purpose }) => purpose === 'delivery-bill')).toMatchObject({ scan: 'off', pages: 1 })
  })
})
