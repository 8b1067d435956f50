import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendCase } from '#domain/cases/index.ts'
import { presentStep, takeOutUnsendable } from '#domain/forms/index.ts'
import { look, perform } from '#domain/perform.ts'
import { checkDecision, liftPromise, readChecks, readHold } from '#domain/supervision/index.ts'
import { Refusal } from '#shared/refusal.ts'
import {
  accept,
  beeItem,
  beesToCheck,
  kindsOfDocuments,
  makeMove,
  publishBees,
  sendBees,
  toldOf,
} from '../../support/law.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBees(world, { promised: true })
}, 60_000)
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

/** A registration that was granted on the applicant's promise. */
async function granted(login: string): Promise<{ no: string; item: string }> {
  const no = await sendBees(world, login)
  await accept(world, no)
  const { id: item } = await beeItem(no)
  await makeMove(world, 'center', item, { decision: 'grant' })
  return { no, item }
}

const checks = async () => look(await world.as('supervisor'), readChecks)
const checkOf = async (item: string) => (await checks()).open.find(({ href }) => href.endsWith(item))

/** A person finds the promise broken, and the head of office revokes what rested on it. */
async function breaks({ item }: { item: string }): Promise<void> {
  const check = (await checkOf(item))?.id ?? ''
  await perform(await world.as('supervisor'), (act) =>
    checkDecision(act, { check, result: 'wrong', reason: '现场没有蜂箱' }),
  )
  await makeMove(world, 'center-head', item, { decision: 'revoke', note: '承诺不实，依法撤销' })
}

describe('what was granted on a promise (告知承诺)', () => {
  it('has a declaration, and a check by a person within the days that the city sets', async () => {
    const { no, item } = await granted('mother01')
    expect(await kindsOfDocuments(no)).toContain('commitment')
    // Forty working days after 23 November 2026.
    expect(await checkOf(item)).toMatchObject({ kind: 'promise', overdue: false, mayCheck: true })
    const day = (await checkOf(item))?.dueDay ?? ''
    expect(day > '2027-01-01' && day < '2027-02-10').toBe(true)
    world.at('2027-03-01T10:00:00+08:00')
    expect(await checkOf(item)).toMatchObject({ overdue: true })
  })

  it('stands when the promise was kept: nothing is withheld', async () => {
    const { item } = await granted('mother02')
    const check = (await checkOf(item))?.id ?? ''
    await perform(await world.as('supervisor'), (act) =>
      checkDecision(act, { check, result: 'ok', reason: '' }),
    )
    expect((await beeItem((await granted('mother02')).no)).state).toBe('granted')
  })

  it('is revoked when it was broken; whoever promised is told, and must prove it the next time', async () => {
    const case1 = await granted('mother03')
    await breaks(case1)
    expect((await beeItem(case1.no)).state).toBe('revoked')
    expect(await toldOf(world, 'mother03', case1.no)).toEqual(
      expect.arrayContaining(['promise_broken', 'case_revoked']),
    )
    expect((await checks()).broken).toMatchObject([
      { no: case1.no, reason: '现场没有蜂箱', untilDay: '2027-11-23' },
    ])
    // The walk hands in a photograph now: nothing is promised, and it can be sent.
    const again = await sendBees(world, 'mother03')
    expect(await kindsOfDocuments(again)).not.toContain('commitment')
    // It is theirs alone, and ends.
    expect(await kindsOfDocuments(await sendBees(world, 'mother04'))).toContain('commitment')
    world.at('2027-11-24T10:00:00+08:00')
    expect(await kindsOfDocuments(await sendBees(world, 'mother03'))).toContain('commitment')
  })

  it('keeps what was promised in an open draft from being sent; then the draft asks for the proof', async () => {
    const broken = await granted('mother05')
    const draft = await beesToCheck(world, 'mother05')
    await breaks(broken)
    const who = await world.as('mother05')
    const refused = await perform(who, (act) => sendCase(act, { draft })).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'promise_withheld' })
    if (!(refused instanceof Refusal)) throw refused
    await takeOutUnsendable(who, { draft }, refused)
    const { materials } = await look(who, (reading) => presentStep(reading, { draft, step: 'materials' }))
    expect(materials).toMatchObject([{ code: 'hive-photo', state: 'upload' }])
    expect(materials[0]?.hint).toContain('承诺')
  })

  it('may be promised again when the mark is taken back, with reasons, by whoever watches over the office', async () => {
    const broken = await granted('mother06')
    await breaks(broken)
    const mark = (await checks()).broken.find(({ no }) => no === broken.no)?.id ?? ''
    const lifting = { promise: mark, reason: '复核后认定蜂箱在另一处' }
    await expect(
      perform(await world.as('police-head'), (act) => liftPromise(act, lifting)),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    await perform(await world.as('supervisor'), (act) => liftPromise(act, lifting))
    expect(await kindsOfDocuments(await sendBees(world, 'mother06'))).toContain('commitment')
    await expect(
      perform(await world.as('supervisor'), (act) => liftPromise(act, lifting)),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' })
  })

  it('orders nothing twice: a revocation told again marks nobody anew', async () => {
    const broken = await granted('mother07')
    await breaks(broken)
    const before = (await checks()).broken.length
    await world.runJobs()
    expect((await checks()).broken).toHaveLength(before)
    const orders = await look(await world.as('center-head'), (reading) =>
      readHold(reading, { item: broken.item }),
    )
    expect(orders.orders).toEqual([])
  })
})
