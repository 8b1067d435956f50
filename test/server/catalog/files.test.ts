import { beforeAll, expect, test } from 'vitest'
import { read } from '#db'
import {
  catalog,
  changesToFiles,
  cityCatalog,
  compare,
  FROM_FILES,
  publishChanges,
  publishCity,
  publishedCatalog,
  refreshCatalog,
  type CityCatalog,
} from '#domain/catalog/index.ts'
import { readCity } from '#db/city/load.ts'
import { perform } from '#domain/perform.ts'
import type { Hall } from '#shared/catalog/documents.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let files: CityCatalog
beforeAll(async () => {
  world = await openWorld()
  files = cityCatalog(readCity('db/city'))
})

function renamed(hall: Hall, zh: string): Hall {
  return { ...hall, name: { ...hall.name, zh } }
}

async function takeOver(city: CityCatalog): Promise<number> {
  const count = await perform(await world.as('system'), (act) => publishCity(act, city))
  await refreshCatalog()
  return count
}

async function atDesk(hall: Hall): Promise<void> {
  await perform(await world.as('system'), (act) =>
    publishChanges(act, [{ kind: 'hall', code: hall.code, body: hall }], FROM_FILES),
  )
  await refreshCatalog()
}

function hallOf(city: CityCatalog): Hall {
  const [hall] = city.hall
  if (!hall) throw new Error('the city has no hall')
  return hall
}

test('files that were taken over already change nothing', async () => {
  expect(await takeOver(files)).toBe(0)
  expect(await compare(read(), await changesToFiles(read(), files))).toEqual([])
})

test('what is published is what the files say, whatever order the database keeps', async () => {
  const { hall, lifeEvent } = await publishedCatalog(read())
  expect(hall).toEqual(expect.arrayContaining(files.hall))
  expect(lifeEvent).toEqual(expect.arrayContaining(files.lifeEvent))
})

test('an element of a code list has its options in memory, and stays as it was written in the database', async () => {
  const listed = files.element.find(({ codeList }) => codeList !== undefined)
  if (!listed) throw new Error('no element has a code list')
  const list = files.codeList.find(({ code }) => code === listed.codeList)
  expect(catalog().one('element', listed.code).options).toEqual(list?.options)
  const { element } = await publishedCatalog(read())
  expect(element.find(({ code }) => code === listed.code)).toEqual(listed)
})

test('what was published at the desk stays until its file changes too', async () => {
  const hall = hallOf(files)
  await atDesk(renamed(hall, '改过的大厅'))
  expect(await takeOver(files)).toBe(0)
  expect(catalog().one('hall', hall.code).name.zh).toBe('改过的大厅')
  const [difference] = await compare(read(), await changesToFiles(read(), files))
  expect(difference).toEqual({
    kind: 'hall',
    code: hall.code,
    what: 'changed',
    places: [{ path: 'name.zh', from: '改过的大厅', to: hall.name.zh }],
  })

  const changed = { ...files, hall: [renamed(hall, '文件里的大厅'), ...files.hall.slice(1)] }
  expect(await takeOver(changed)).toBe(1)
  expect(catalog().one('hall', hall.code).name.zh).toBe('文件里的大厅')
  await takeOver(files)
})

test('what vanished from the files is no longer offered, and comes back with them', async () => {
  const [tag] = files.ratingTag
  if (!tag) throw new Error('the city has no rating tag')
  await takeOver({ ...files, ratingTag: files.ratingTag.slice(1) })
  expect(catalog().find('ratingTag', tag.code)).toBeUndefined()
  expect(catalog().one('ratingTag', tag.code)).toEqual(tag)
  await takeOver(files)
  expect(catalog().find('ratingTag', tag.code)).toEqual(tag)
})
