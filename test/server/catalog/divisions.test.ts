import { beforeAll, expect, test } from 'vitest'
import { read } from '#db'
import {
  catalog,
  FROM_FILES,
  publishChanges,
  publishedItem,
  readDivision,
  refreshCatalog,
} from '#domain/catalog/index.ts'
import { look, perform } from '#domain/perform.ts'
import { search } from '#domain/search/index.ts'
import { openApi } from '../../support/api.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
const CARD = 'social-security-card'
const STREET = '349901001'

beforeAll(async () => {
  world = await openWorld()
  const template = catalog().one('item', CARD)
  const local = Array.from({ length: 60 }, (_, i) => ({
    ...template,
    code: `${CARD}-${String(i).padStart(2, '0')}`,
    name: { zh: `${template.name.zh}（第 ${i} 处）`, en: `${template.name.en} (${i})` },
    division: STREET,
  }))
  await perform(await world.as('system'), (act) =>
    publishChanges(
      act,
      local.map((body) => ({ kind: 'item', code: body.code, body })),
      FROM_FILES,
    ),
  )
  await refreshCatalog()
  await world.runJobs()
})

test('an item of a division is not held in memory, yet has its guide', async () => {
  expect(catalog().find('item', `${CARD}-07`)).toBeUndefined()
  expect(await publishedItem(read(), `${CARD}-07`)).toMatchObject({ division: STREET })
  const api = await openApi()
  const { status, body } = await api.get(`/api/guides/items/${CARD}-07`)
  await api.close()
  expect(status).toBe(200)
  expect(body).toMatchObject({ name: expect.stringContaining('第 7 处') })
})

test('a division lists what it offers, a page at a time and by department', async () => {
  const who = await world.as('stranger')
  const page = (department = '', after = '') =>
    look(who, (reading) => readDivision(reading, { code: STREET, department, after }))
  const first = await page()
  expect(first.items).toHaveLength(50)
  expect(first.above.map(({ code }) => code)).toEqual(['349900', '349901'])
  const rest = await page('', first.next ?? '')
  expect(rest.items.map(({ code }) => code)).toContain(`${CARD}-59`)
  expect(rest.next).toBeNull()
  const [department] = first.departments
  expect(department?.count).toBe(60)
  expect((await page('health-commission')).items).toEqual([])
})

test('the city lists what no division offers alone', async () => {
  const view = await look(await world.as('stranger'), (reading) =>
    readDivision(reading, { code: 'city', department: '', after: '' }),
  )
  expect(view.above).toEqual([])
  expect(view.items.map(({ code }) => code)).toContain('birth-certificate')
  expect(view.items.map(({ code }) => code)).not.toContain(`${CARD}-07`)
})

test('the city’s own item is found before those of divisions, and these by their names', async () => {
  const who = await world.as('stranger')
  const find = async (q: string) => (await look(who, (reading) => search(reading, { q }))).found
  expect((await find('社保卡'))[0]).toMatchObject({ code: CARD })
  expect((await find('社会保障卡 第 7 处')).map(({ code }) => code)).toContain(`${CARD}-07`)
})

test('what a division no longer offers has no guide and is not found', async () => {
  await perform(await world.as('system'), (act) =>
    publishChanges(act, [{ kind: 'item', code: `${CARD}-08`, body: null }], FROM_FILES),
  )
  await refreshCatalog()
  await world.runJobs()
  expect(await publishedItem(read(), `${CARD}-08`)).toBeUndefined()
  const { found } = await look(await world.as('stranger'), (reading) =>
    search(reading, { q: '社会保障卡 第 8 处' }),
  )
  expect(found.map(({ code }) => code)).not.toContain(`${CARD}-08`)
})
