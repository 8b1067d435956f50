import { beforeAll, beforeEach, expect, it } from 'vitest'
import { askCorrection } from '#domain/cases/index.ts'
import { perform } from '#domain/perform.ts'
import {
  accept,
  beeItem,
  eventsOf,
  kindsOfDocuments,
  laterAt,
  makeMove,
  publishBees,
  sendBees,
  toldOf,
} from '../../support/law.ts'
import { openWorld, type World } from '../../support/world.ts'

/** 行政许可法 §32: what becomes of an application that has come, domain.md §2.8. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBees(world)
}, 60_000)
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

async function ask(no: string): Promise<void> {
  await perform(await world.as('counter'), (act) =>
    askCorrection(act, { no, elements: ['bees.hives'], note: '请写明蜂箱数量' }),
  )
  await world.runJobs()
}

it('(2) what is not this office’s is refused at once, in writing, with where to go', async () => {
  const no = await sendBees(world, 'mother01')
  const { id } = await beeItem(no)
  await expect(makeMove(world, 'counter', id, { decision: 'redirect', note: '' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  await makeMove(world, 'counter', id, { decision: 'redirect', note: '请向区农业农村局申请' })
  expect((await beeItem(no)).state).toBe('not-ours')
  expect(await kindsOfDocuments(no)).toContain('refusal')
  expect(await toldOf(world, 'mother01', no)).toContain('case_refused')
})

it('(4) what must be put right is asked for in writing within five working days; the clock stands meanwhile', async () => {
  const no = await sendBees(world, 'mother02')
  // 30 November is the fifth working day after the 23rd.
  expect(await beeItem(no)).toMatchObject({ clockName: 'reception', legalDay: '2026-11-30' })
  world.at('2026-11-25T10:00:00+08:00')
  await ask(no)
  expect(await kindsOfDocuments(no)).toContain('correction')
  expect(await beeItem(no)).toMatchObject({ state: 'correcting', legalDay: '9999-12-31' })
  await laterAt(world, '2026-12-01T10:00:00+08:00')
  expect((await beeItem(no)).state).toBe('correcting')
})

it('(4) silence accepts: from the day it came, and the applicant hears it', async () => {
  const no = await sendBees(world, 'mother03')
  const { clockFrom } = await beeItem(no)
  await laterAt(world, '2026-11-30T17:30:00+08:00')
  expect((await beeItem(no)).state).toBe('received')
  await laterAt(world, '2026-11-30T17:31:00+08:00')
  expect(await beeItem(no)).toMatchObject({ state: 'reviewing', clockName: 'promised', clockFrom })
  expect(await toldOf(world, 'mother03', no)).toContain('case_silent')
  const { id } = await beeItem(no)
  // From then on nothing is asked for any more as if it had not been accepted.
  await expect(ask(no)).rejects.toMatchObject({ code: 'move_not_possible' })
  await expect(
    makeMove(world, 'counter', id, { decision: 'refuse', note: '材料不齐' }),
  ).rejects.toMatchObject({ code: 'move_not_possible' })
})

it('(5) whether it is accepted or not, there is a document of its day', async () => {
  const [accepted, refused] = [await sendBees(world, 'mother04'), await sendBees(world, 'mother05')]
  await accept(world, accepted)
  await makeMove(world, 'counter', (await beeItem(refused)).id, { decision: 'refuse', note: '不在本市养蜂' })
  expect(await kindsOfDocuments(accepted)).toContain('acceptance')
  expect(await kindsOfDocuments(refused)).toContain('refusal')
  const last = (await eventsOf((await beeItem(accepted)).id)).find(({ move }) => move === 'accept')
  expect(last?.at).toBe(world.now())
})
