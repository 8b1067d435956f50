import { beforeAll, expect, it } from 'vitest'
import {
  accept,
  beeItem,
  kindsOfDocuments,
  laterAt,
  makeMove,
  publishBees,
  sendBees,
  toldOf,
} from '../../support/law.ts'
import { openWorld, type World } from '../../support/world.ts'

/** 行政许可法 §44: what was granted is issued and delivered within ten days of the decision. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  const result = { name: { zh: '养蜂登记证', en: 'Licence to keep bees' }, physical: true }
  await publishBees(world, { item: { result } })
}, 60_000)

it('the clock of delivery runs from the decision for ten working days, and stops when it is in hand', async () => {
  const no = await sendBees(world, 'mother01')
  await accept(world, no)
  const { id } = await beeItem(no)
  await makeMove(world, 'center', id, { decision: 'grant' })
  expect(await beeItem(no)).toMatchObject({
    state: 'issued',
    clockName: 'delivery',
    dueDay: '2026-11-24',
    legalDay: '2026-12-07',
  })
  expect(await toldOf(world, 'mother01', no)).toContain('case_ready')
  await laterAt(world, '2026-11-25T10:00:00+08:00')
  expect((await beeItem(no)).signal).toBe('red')
  await makeMove(world, 'counter', id, { decision: 'deliver', signing: 'paper' })
  expect((await beeItem(no)).state).toBe('granted')
  expect(await kindsOfDocuments(no)).toContain('delivery')
})
