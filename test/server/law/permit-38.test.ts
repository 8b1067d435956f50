import { beforeAll, expect, it } from 'vitest'
import { presentOwnCase } from '#domain/cases/index.ts'
import { look } from '#domain/perform.ts'
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

/** 行政许可法 §38: decisions are in writing; a denial says why, and what can be done against it. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBees(world)
}, 60_000)

it('a denial without reasons is none; with them it is a document, and the remedy is told', async () => {
  const no = await sendBees(world, 'mother01')
  await accept(world, no)
  const { id } = await beeItem(no)
  await expect(makeMove(world, 'center', id, { decision: 'deny', note: '' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  await makeMove(world, 'center', id, { decision: 'deny', note: '蜂箱数量与照片不符' })
  expect(await kindsOfDocuments(no)).toContain('denial')
  expect(await toldOf(world, 'mother01', no)).toContain('case_denied')
  const { items } = await look(await world.as('mother01'), (reading) => presentOwnCase(reading, { no }))
  expect(items.find(({ code }) => code === 'bee-registration')).toMatchObject({
    state: 'denied',
    reason: '蜂箱数量与照片不符',
    remedy: '可以申请行政复议。',
  })
})

it('a grant is a document too', async () => {
  const no = await sendBees(world, 'mother02')
  await accept(world, no)
  await makeMove(world, 'center', (await beeItem(no)).id, { decision: 'grant' })
  expect((await beeItem(no)).state).toBe('granted')
  expect(await kindsOfDocuments(no)).toContain('grant')
})
