import { beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db'
import { claimNext, enqueue } from '#domain/jobs/index.ts'
import { runDueJobs } from '#server/jobs/run.ts'
import { scheduleRecurring } from '#server/jobs/schedule.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

describe('what recurs', () => {
  it('is done before everything that waits, and written while that is being done', async () => {
    await world.runJobs()
    const at = world.now()
    await transaction((tx) =>
      enqueue(
        { tx, at: at - 60_000 },
        ...['a', 'b', 'c'].map((key) => ({ kind: 'search.index', key: `waits ${key}`, payload: {} })),
      ),
    )
    await scheduleRecurring(at)
    const first = await transaction((tx) => claimNext(tx, at))
    expect(first?.kind).not.toBe('search.index')
    let asked = 0
    const done = await runDueJobs(
      () => at,
      async () => void (asked += 1),
    )
    expect(done).toBeGreaterThan(3)
    expect(asked).toBe(done + 1)
  })
})
