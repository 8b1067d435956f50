import { beforeAll, expect, it } from 'vitest'
import { accept, beeItem, publishBees, sendBees } from '../../support/law.ts'
import { openWorld, type World } from '../../support/world.ts'

/** 行政许可法 §82: days are working days, without holidays and with the weekends worked for them. domain.md §2.8. */
const VECTORS = [
  ['2026-02-12', 5, '2026-02-26', 'over the Spring Festival, with a Saturday that is worked'],
  ['2026-02-13', 1, '2026-02-14', 'the next day is a Saturday that is worked'],
  ['2026-02-14', 3, '2026-02-26', 'accepted on a Saturday that is worked'],
  ['2026-02-16', 1, '2026-02-24', 'accepted within the holiday'],
  ['2026-04-30', 10, '2026-05-18', 'over Labour Day'],
  ['2026-09-18', 5, '2026-09-24', 'with a Sunday that is worked'],
  ['2026-09-30', 5, '2026-10-13', 'over National Day'],
] as const

let world: World
beforeAll(async () => {
  world = await openWorld()
})

it.each(VECTORS)('accepted on %s with %i days is due on %s: %s', async (day, days, due) => {
  world.at(`${day}T10:00:00+08:00`)
  await publishBees(world, { item: { promisedDays: days, legalDays: 20 } })
  const no = await sendBees(world, 'mother01')
  await accept(world, no)
  expect((await beeItem(no)).dueDay).toBe(due)
})
