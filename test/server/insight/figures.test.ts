import { beforeAll, expect, test } from 'vitest'
import { read, transaction } from '#db'
import { workEvents, workItems } from '#db/schema/work.ts'
import { figures } from '#domain/insight/index.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

/** A work item as the engine leaves it. */
function work(id: string, change: Partial<typeof workItems.$inferInsert>): typeof workItems.$inferInsert {
  return {
    id,
    kind: 'caseItem',
    state: 'granted',
    unit: 'public-security',
    parentId: 'case',
    no: id,
    topic: 'household-registration',
    label: 'x',
    ownerId: 'owner',
    doers: {},
    openedAt: 1,
    dueDay: '2026-11-20',
    clock: 'stopped',
    clockName: 'promised',
    clockDays: 2,
    clockUsed: 0,
    clockFrom: '2026-11-18',
    closedAt: Date.parse('2026-11-20T16:00:00+08:00'),
    version: 3,
    ...change,
  }
}

test('before anything was done there is nothing to divide by', async () => {
  expect(await figures({ tx: read(), at: world.now() })).toEqual({
    onTime: { part: 0, whole: 0 },
    solved: { part: 0, whole: 0 },
  })
})

test('decisions count as in time to the end of their due day in the city’s time; withdrawn items do not count', async () => {
  await transaction(async (tx) => {
    await tx
      .insert(workItems)
      .values([
        work('in-time', {}),
        work('last-minute', { closedAt: Date.parse('2026-11-20T23:59:59+08:00') }),
        work('late', { state: 'denied', closedAt: Date.parse('2026-11-21T00:00:01+08:00') }),
        work('withdrawn', { state: 'withdrawn', closedAt: Date.parse('2026-12-24T00:00:00+08:00') }),
        work('open', { state: 'reviewing', closedAt: 0 }),
        work('t1', { kind: 'ticket', state: 'closed' }),
      ])
    await tx.insert(workEvents).values(
      ['rework', 'close'].map((move, i) => ({
        id: `e${i}`,
        workId: 't1',
        seq: i + 1,
        move,
        fromState: 'replied',
        toState: 'closed',
        actorKind: 'person',
        actorId: 'owner',
        at: 1,
        note: null,
        data: {},
      })),
    )
  })
  const later = await figures({ tx: read(), at: world.now() + 61_000 })
  expect(later).toEqual({ onTime: { part: 2, whole: 3 }, solved: { part: 1, whole: 2 } })
})

test('within a minute the figures are those counted before', async () => {
  await transaction((tx) => tx.insert(workItems).values(work('another', {})))
  expect((await figures({ tx: read(), at: world.now() + 62_000 })).onTime.whole).toBe(3)
})
