import { beforeAll, expect, it } from 'vitest'
import {
  accept,
  beeItem,
  kindsOfDocuments,
  makeMove,
  publishBees,
  sendBees,
  toldOf,
} from '../../support/law.ts'
import { openWorld, type World } from '../../support/world.ts'

/** 行政许可法 §45: hearings, tests and reviews do not count, and the applicant is told in writing how long they take. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  world.at('2026-03-02T09:00:00+08:00')
  const name = { zh: '现场核查', en: 'Visit' }
  const basis = { zh: '行政许可法第四十五条', en: 'Administrative Licensing Law, article 45' }
  await publishBees(world, {
    item: { legalDays: 20, promisedDays: 10, specialProcedures: [{ code: 'visit', name, days: 5, basis }] },
  })
}, 60_000)

it('follows the example of domain.md §2.8: accepted 2 March, procedure from the 5th to the 12th, due on the 23rd', async () => {
  const no = await sendBees(world, 'mother01')
  await accept(world, no)
  const { id } = await beeItem(no)
  expect((await beeItem(no)).dueDay).toBe('2026-03-16')
  world.at('2026-03-05T10:00:00+08:00')
  await makeMove(world, 'center', id, {
    decision: 'startProcedure',
    procedure: 'visit',
    note: '约好到现场核查',
  })
  expect(await beeItem(no)).toMatchObject({ state: 'special', dueDay: '9999-12-31' })
  expect(await kindsOfDocuments(no)).toContain('procedure')
  expect(await toldOf(world, 'mother01', no)).toContain('case_procedure')
  await expect(makeMove(world, 'center', id, { decision: 'grant' })).rejects.toMatchObject({
    code: 'move_not_possible',
  })
  world.at('2026-03-12T10:00:00+08:00')
  await makeMove(world, 'center', id, { decision: 'endProcedure' })
  expect(await beeItem(no)).toMatchObject({ state: 'reviewing', dueDay: '2026-03-23' })
})
