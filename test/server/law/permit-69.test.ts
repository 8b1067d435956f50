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

/** 行政许可法 §69: what should not have been granted is revoked, by the office or above it, with reasons. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBees(world, { item: { fourEyes: true } })
}, 60_000)

it('by the head with reasons, not by whoever decided it, in writing and told', async () => {
  const no = await sendBees(world, 'mother01')
  await accept(world, no)
  const { id } = await beeItem(no)
  const revoke = (login: string, note = '申请人以欺骗手段取得') =>
    makeMove(world, login, id, { decision: 'revoke', note })
  await expect(revoke('center-head')).rejects.toMatchObject({ code: 'move_not_possible' })
  await makeMove(world, 'center', id, { decision: 'propose', proposal: 'grant' })
  await makeMove(world, 'center-head', id, { decision: 'approveGrant' })
  expect((await beeItem(no)).state).toBe('granted')
  // The head approved it: somebody else has to undo it.
  await expect(revoke('center-head')).rejects.toBeTruthy()
  await expect(revoke('center')).rejects.toBeTruthy()
  expect((await beeItem(no)).state).toBe('granted')
})

it('leaves nothing but the revocation to be read of it', async () => {
  await publishBees(world)
  const no = await sendBees(world, 'mother02')
  await accept(world, no)
  const { id } = await beeItem(no)
  await makeMove(world, 'center', id, { decision: 'grant' })
  await expect(makeMove(world, 'center-head', id, { decision: 'revoke', note: '' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  await makeMove(world, 'center-head', id, { decision: 'revoke', note: '申请人以欺骗手段取得' })
  expect((await beeItem(no)).state).toBe('revoked')
  expect(await kindsOfDocuments(no)).toContain('revocation')
  expect(await toldOf(world, 'mother02', no)).toContain('case_revoked')
})
