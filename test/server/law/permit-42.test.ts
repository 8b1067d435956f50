import { beforeAll, beforeEach, expect, it } from 'vitest'
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

/** 行政许可法 §42: twenty days to decide, ten more with the head's approval and reasons, once. domain.md §2.8. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBees(world, { item: { legalDays: 20, promisedDays: 15 } })
}, 60_000)
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

async function accepted(login: string): Promise<{ no: string; item: string }> {
  const no = await sendBees(world, login)
  await accept(world, no)
  return { no, item: (await beeItem(no)).id }
}

const asks = (item: string, days: number) =>
  makeMove(world, 'center', item, { decision: 'askExtension', days, note: '需要到现场核对蜂箱' })
const extend = (item: string, login = 'center-head', note = '情况复杂，批准延期') =>
  makeMove(world, login, item, { decision: 'extend', note })

it('counts twenty working days from the day after acceptance, beside what is promised', async () => {
  const { no } = await accepted('mother01')
  expect(await beeItem(no)).toMatchObject({ dueDay: '2026-12-14', legalDay: '2026-12-21' })
})

it('is put off by the head of the office, with reasons; the applicant is told in writing', async () => {
  const { no, item } = await accepted('mother02')
  await asks(item, 10)
  await expect(extend(item, 'center-head', '')).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(extend(item, 'center')).rejects.toBeTruthy()
  expect((await beeItem(no)).state).toBe('extending')
  await extend(item)
  // 1 January is a holiday.
  const { legalDay, state } = await beeItem(no)
  expect(state).toBe('reviewing')
  expect(legalDay > '2027-01-03' && legalDay <= '2027-01-06').toBe(true)
  expect(await kindsOfDocuments(no)).toContain('extension')
  expect(await toldOf(world, 'mother02', no)).toContain('case_extended')
})

it('is put off once', async () => {
  const { item } = await accepted('mother03')
  await asks(item, 5)
  await extend(item)
  await expect(asks(item, 5)).rejects.toMatchObject({ code: 'move_not_possible' })
})

it('is put off by ten days at most', async () => {
  const { item } = await accepted('mother04')
  await expect(asks(item, 11)).rejects.toMatchObject({
    detail: { problems: [{ field: 'days', code: 'extension_days' }] },
  })
})
