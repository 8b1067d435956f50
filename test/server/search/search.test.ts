import { beforeAll, expect, test } from 'vitest'
import { replaceIndex, searchIds } from '#db/search.ts'
import { read, transaction } from '#db'
import { look, perform } from '#domain/perform.ts'
import { rebuildSearch, search } from '#domain/search/index.ts'
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

test('rebuilding twice leaves each document once', async () => {
  const system = await world.as('system')
  const first = await perform(system, rebuildSearch)
  const second = await perform(system, rebuildSearch)
  expect(second).toBe(first)
  expect((await find('生孩子')).filter(({ code }) => code === 'newborn')).toHaveLength(1)
})

test('the index finds documents by any token, those with the rarer ones first, up to the limit', async () => {
  await transaction((tx) =>
    replaceIndex(tx, [
      { id: 'a', tokens: ['户口', '迁移'] },
      { id: 'b', tokens: ['户口'] },
      { id: 'c', tokens: ['birth'] },
      { id: 'd', tokens: ['𠮷祥'] },
    ]),
  )
  expect(await searchIds(read(), ['户口', '迁移'], 10)).toEqual(['a', 'b'])
  expect(await searchIds(read(), ['户口', '迁移'], 1)).toEqual(['a'])
  expect(await searchIds(read(), ['birth', '𠮷祥'], 10)).toHaveLength(2)
  expect(await searchIds(read(), ['没有'], 10)).toEqual([])
  expect(await searchIds(read(), [], 10)).toEqual([])
  await perform(await world.as('system'), rebuildSearch)
})

test('an index that fails half-way is as it was', async () => {
  const failing = transaction(async (tx) => {
    await replaceIndex(tx, [{ id: 'x', tokens: ['x'] }])
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await find('生孩子'))[0]?.code).toBe('newborn')
})
