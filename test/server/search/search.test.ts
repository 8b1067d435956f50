import { beforeAll, expect, test } from 'vitest'
import { putIntoIndex, removeFromIndex, searchIds, searchLocalIds } from '#db/search.ts'
import { read, transaction } from '#db'
import { look } from '#domain/perform.ts'
import { indexChanges, search } from '#domain/search/index.ts'
import type { Lang } from '#shared/text.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

async function find(q: string, lang: Lang = 'zh') {
  const { found } = await look({ ...(await world.as('stranger')), lang }, (reading) => search(reading, { q }))
  return found
}

test.each(['生孩子', '出生', '上户口', 'birth', 'baby'])(
  '%s finds the newborn life event first',
  async (q) => {
    const [first] = await find(q)
    expect(first).toMatchObject({
      kind: 'lifeEvent',
      code: 'newborn',
      title: '生孩子',
      path: '/events/newborn',
    })
  },
)

test('社保卡 finds the item first, and answers in the language of the page', async () => {
  const [first] = await find('社保卡', 'en')
  expect(first).toMatchObject({ kind: 'item', code: 'social-security-card', title: 'Social security card' })
})

test('what is not offered is not found', async () => {
  expect(await find('护照')).toEqual([])
})

test('signs that mean something to a query language are only text', async () => {
  expect(await find(`" OR 1=1 -- ' & | ! :* ( ) NEAR`)).toEqual([])
})

test('indexing what is indexed already changes nothing, and each document stays once', async () => {
  expect(await indexChanges()).toBe(0)
  expect((await find('生孩子')).filter(({ code }) => code === 'newborn')).toHaveLength(1)
})

const SAMPLE = [
  { id: 'a', local: false, tokens: ['吾户', '吾迁'] },
  { id: 'b', local: false, tokens: ['吾户'] },
  { id: 'c', local: false, tokens: ['qbirth'] },
  { id: 'd', local: false, tokens: ['𠮷祥'] },
  { id: 'e', local: true, tokens: ['吾户', '吾迁'] },
]

test('the index finds documents by any token, those with the rarer ones first, up to the limit', async () => {
  await transaction((tx) => putIntoIndex(tx, SAMPLE))
  expect(await searchIds(read(), ['吾户', '吾迁'], 10)).toEqual(['a', 'b'])
  expect(await searchIds(read(), ['吾户', '吾迁'], 1)).toEqual(['a'])
  expect(await searchIds(read(), ['qbirth', '𠮷祥'], 10)).toHaveLength(2)
  expect(await searchLocalIds(read(), ['吾户', '吾迁'], 10)).toEqual(['e'])
  expect(await searchLocalIds(read(), ['吾户', 'qbirth'], 10)).toEqual([])
  expect(await searchIds(read(), ['吾没'], 10)).toEqual([])
  expect(await searchIds(read(), [], 10)).toEqual([])
  const ids = SAMPLE.map(({ id }) => id)
  await transaction((tx) => removeFromIndex(tx, ids))
  expect(await searchIds(read(), ['吾户', '吾迁'], 10)).toEqual([])
})

test('an index that fails half-way is as it was', async () => {
  const failing = transaction(async (tx) => {
    await putIntoIndex(tx, [{ id: 'x', local: false, tokens: ['xyzzy'] }])
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await searchIds(read(), ['xyzzy'], 1)).toEqual([])
  expect((await find('生孩子'))[0]?.code).toBe('newborn')
})
