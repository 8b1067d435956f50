import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { close, isUniqueViolation, open, read, transaction, type Tx } from '#db'
import { counters } from '#db/schema/settings.ts'
import { elsewhere } from './connections.ts'

beforeAll(() => open(process.env.DATABASE_URL ?? ''))
beforeEach(() => transaction(async (tx) => void (await tx.delete(counters))))
afterAll(close)

function insert(tx: Tx, name: string, value = 0) {
  return tx.insert(counters).values({ name, value })
}

async function names(): Promise<string[]> {
  const rows = await read().select().from(counters)
  return rows.map((row) => row.name).sort()
}

describe('a transaction', () => {
  test('is durable before it answers: another connection sees it', async () => {
    await transaction((tx) => insert(tx, 'a', 7))
    expect(await elsewhere("select value from counters where name = 'a'")).toEqual([{ value: 7 }])
  })

  test('answers what its work answers', async () => {
    expect(await transaction(async () => 'done')).toBe('done')
  })

  test('that throws leaves nothing behind and passes the error on', async () => {
    const work = transaction(async (tx) => {
      await insert(tx, 'a')
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await names()).toEqual([])
  })

  test('does not show others what is not committed yet', async () => {
    await transaction(async (tx) => {
      await insert(tx, 'a')
      expect(await names()).toEqual([])
      expect(await tx.select().from(counters)).toHaveLength(1)
    })
    expect(await names()).toEqual(['a'])
  })

  test('within a transaction is refused, for it would wait for itself', async () => {
    await expect(transaction(() => transaction(async () => 1))).rejects.toThrow('within a transaction')
  })

  test('after one that failed works', async () => {
    await expect(transaction(async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await transaction((tx) => insert(tx, 'a'))
    expect(await names()).toEqual(['a'])
  })
})

describe('writers that come together', () => {
  test('are each undone alone: a failure does not touch its neighbours', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        transaction(async (tx) => {
          await insert(tx, `n${String(i).padStart(2, '0')}`)
          if (i % 5 === 0) throw new Error(`writer ${i} fails`)
        }),
      ),
    )
    expect(outcomes.filter((each) => each.status === 'rejected')).toHaveLength(4)
    expect(await names()).toEqual(
      Array.from({ length: 20 }, (_, i) => i)
        .filter((i) => i % 5 !== 0)
        .map((i) => `n${String(i).padStart(2, '0')}`),
    )
  })

  test('are undone alone when the database itself refuses one', async () => {
    await transaction((tx) => insert(tx, 'taken'))
    const outcomes = await Promise.allSettled([
      transaction((tx) => insert(tx, 'a')),
      transaction((tx) => insert(tx, 'taken')),
      transaction((tx) => insert(tx, 'b')),
    ])
    expect(outcomes.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await names()).toEqual(['a', 'b', 'taken'])
  })

  test('take turns on a compare-and-set: exactly one wins each version', async () => {
    await transaction((tx) => insert(tx, 'version', 0))
    const wins = await Promise.all(
      Array.from({ length: 8 }, () =>
        transaction(async (tx) => {
          const moved = await tx
            .update(counters)
            .set({ value: 1 })
            .where(and(eq(counters.name, 'version'), eq(counters.value, 0)))
            .returning({ name: counters.name })
          return moved.length
        }),
      ),
    )
    expect(wins.filter((moved) => moved === 1)).toHaveLength(1)
  })
})

describe('a unique index', () => {
  test('refuses a second row with an error that is known as such', async () => {
    await transaction((tx) => insert(tx, 'once'))
    const second = await transaction((tx) => insert(tx, 'once')).catch((error: unknown) => error)
    expect(isUniqueViolation(second)).toBe(true)
    expect(isUniqueViolation(new Error('something else'))).toBe(false)
  })

  test('lets a second writer that came at the same time lose', async () => {
    const outcomes = await Promise.allSettled(
      [1, 2].map((value) => transaction((tx) => insert(tx, 'once', value))),
    )
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
