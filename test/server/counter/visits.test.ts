import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read } from '#db'
import { counterVisits, personCodes } from '#db/schema/counter.ts'
import { latestEntries } from '#domain/audit/index.ts'
import { acceptCase } from '#domain/cases/index.ts'
import {
  confirmVisit,
  endVisit,
  identifyByCard,
  identifyByCode,
  identifyByNumber,
  openVisitOf,
  readCounter,
  showCode,
} from '#domain/counter/index.ts'
import { presentStep, startDraft } from '#domain/forms/index.ts'
import { file } from '#domain/hotline/index.ts'
import { personOf, type Person } from '#domain/identity/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { purgeExpired } from '#server/jobs/housekeeping.ts'
import { actorId } from '#shared/access/actor.ts'
import { fillDraft, sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'
import { arrive, book, call, desk, move, refusedBy, sitAt, take, TUESDAY } from '../queue/hall.ts'

let world: World
let clerk: Asking
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  clerk = await world.as('counter')
})

/** Nobody of the demo city. */
const UNKNOWN = { name: '尹新', residentId: '34990119900101001X' }

async function person(login: string): Promise<Person> {
  const found = await personOf(read(), actorId((await world.as(login)).actor))
  if (!found) throw new Error(`${login} is no person`)
  return found
}
const counterOf = (who: Asking) => look(who, readCounter)
const there = async (who: Asking) => (await counterOf(who)).visit
async function byCode(login: string): Promise<string> {
  const { content } = await perform(await world.as(login), showCode)
  clerk = await world.as('counter')
  return (await perform(clerk, (act) => identifyByCode(act, { code: content }))).visit
}
const byCard = (card: string) => perform(clerk, (act) => identifyByCard(act, { card }))
const byNumber = (input: { name: string; residentId: string; presented?: 'yes' }) =>
  perform(clerk, (act) => identifyByNumber(act, input))
const end = (visit: string) => perform(clerk, (act) => endVisit(act, { visit }))
async function later(minutes: number): Promise<void> {
  world.at(new Date(world.now() + minutes * 60_000).toISOString())
  clerk = await world.as('counter')
}
/** The code in the newest message of somebody. */
async function codeTold(login: string): Promise<string> {
  const { rows } = await look(await world.as(login), (reading) => listNotices(reading, {}))
  return String(rows.find(({ kind }) => kind === 'counter_code')?.params.code)
}

describe('identifying somebody', () => {
  it('takes what a reader of cards types, whatever it puts between name and number', async () => {
    const { name, residentId } = await person('mother01')
    for (const line of [
      `${name}\t${residentId}`,
      `${name},女,汉,19930101,云溪市清河区,${residentId.toLowerCase()},云溪市公安局`,
      ` ${residentId} ${name}\r\n`,
    ]) {
      await byCard(line)
      expect((await there(clerk))?.name).toBe(name)
    }
    for (const line of [residentId, name, 'abc']) expect(await refusedBy(byCard(line))).toBe('card_line')
    expect(await refusedBy(byCard(`${name} 110101199001011111`))).toBe('resident_id_check')
  })

  it('by a typed number waits for the code that the person was sent', async () => {
    const { name, residentId } = await person('father')
    const { visit } = await byNumber({ name, residentId })
    expect(await counterOf(clerk)).toMatchObject({ visit: null, asked: { visit, name } })
    expect(await refusedBy(confirmVisit(clerk, { visit, code: '12' }))).toBe('code_wrong')
    expect(
      await refusedBy(confirmVisit(await world.as('counter2'), { visit, code: await codeTold('father') })),
    ).toBe('not_found')
    await confirmVisit(clerk, { visit, code: await codeTold('father') })
    expect(await counterOf(clerk)).toMatchObject({ visit: { name, way: 'consent' }, asked: null })
    expect(await refusedBy(confirmVisit(clerk, { visit, code: await codeTold('father') }))).toBe('not_found')
  })

  it('by a code that was sent ends after five wrong tries and after ten minutes', async () => {
    const given = await person('father')
    const { visit } = await byNumber(given)
    const right = await codeTold('father')
    const wrong = right === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i += 1)
      expect(await refusedBy(confirmVisit(clerk, { visit, code: wrong }))).toBe('code_wrong')
    expect(await refusedBy(confirmVisit(clerk, { visit, code: right }))).toBe('code_over')
    const again = await byNumber(given)
    await later(11)
    const code = await codeTold('father')
    expect(await refusedBy(confirmVisit(clerk, { visit: again.visit, code }))).toBe('not_found')
    expect((await counterOf(clerk)).asked).toBeNull()
  })

  it('of somebody without an account takes a document that the clerk looked at, and shows nothing of others', async () => {
    expect(await refusedBy(byNumber(UNKNOWN))).toBe('presented_missing')
    await byNumber({ ...UNKNOWN, presented: 'yes' })
    expect(await there(clerk)).toMatchObject({ name: '尹新', hasAccount: false, way: 'presented', cases: [] })
    // The number of an account under another name is that of nobody.
    const { residentId } = await person('father')
    await byNumber({ name: '尹新', residentId, presented: 'yes' })
    expect(await there(clerk)).toMatchObject({ hasAccount: false, drafts: [], cases: [], certificates: [] })
  })

  it('leaves a line in the trail, and each look another; lines name no one', async () => {
    const visit = await byCode('mother01')
    await there(clerk)
    await there(clerk)
    const { id, name, residentId } = await person('mother01')
    const lines = (await latestEntries(read(), 5)).filter(({ detail }) => detail.visit === visit)
    expect(lines.map(({ verb, subjectId }) => [verb, subjectId])).toEqual([
      ['counter.look', id],
      ['counter.look', id],
      ['counter.identify', id],
    ])
    expect(JSON.stringify(lines)).not.toContain(name)
    expect(JSON.stringify(lines)).not.toContain(residentId)
  })
})

describe('a visit', () => {
  it('lasts half an hour without a ticket', async () => {
    await byCode('mother01')
    await later(29)
    expect(await there(clerk)).not.toBeNull()
    await later(2)
    expect(await there(clerk)).toBeNull()
  })

  it('is of the clerk who identified, and ends when the next person comes or it is finished', async () => {
    const first = await byCode('mother01')
    expect(await there(await world.as('counter2'))).toBeNull()
    const second = await byCode('father')
    expect((await there(clerk))?.id).toBe(second)
    expect(
      await refusedBy(perform(await world.as('counter2'), (act) => endVisit(act, { visit: second }))),
    ).toBe('not_found')
    await end(second)
    await end(second)
    expect(await there(clerk)).toBeNull()
    expect(await openVisitOf(read(), actorId(clerk.actor), world.now())).toBeUndefined()
    await end(first)
  })

  it('begins serving the ticket in hand, lasts as long as it is in hand, and finishes it', async () => {
    await sitAt(clerk, 'A01')
    await take(clerk)
    await call(clerk)
    const visit = await byCode('mother01')
    expect((await desk(clerk)).current?.state).toBe('serving')
    await later(45)
    expect(await there(clerk)).toMatchObject({ id: visit, validTo: null, ticketOfOther: false })
    await end(visit)
    expect((await desk(clerk)).current).toBeNull()
    await take(clerk)
    await call(clerk)
    await byCode('mother01')
    await move(clerk, 'finish')
    expect(await there(clerk)).toBeNull()
  })

  it('says when the ticket is for the appointment of somebody else', async () => {
    const { no } = await book(await world.as('lin'), '09:30')
    world.at(`${TUESDAY}T09:31:00+08:00`)
    clerk = await world.as('counter')
    await sitAt(clerk, 'A01')
    await arrive(clerk, no)
    await call(clerk)
    await byCode('father')
    expect((await there(clerk))?.ticketOfOther).toBe(true)
    await byCode('lin')
    expect((await there(clerk))?.ticketOfOther).toBe(false)
  })
})

describe('what is known of whoever is there', () => {
  it('stands in one view: drafts, cases with what waits, the hotline; masked, and nothing that is secret', async () => {
    const mother = await world.as('mother02')
    const no = await sendNewborn(mother)
    await world.runJobs()
    await fillDraft(await world.as('mother02'), {}, 'agree', 'applicant')
    const ticket = { kind: 'complaint', category: 'noise', place: '', expectation: '', notUrgent: false }
    const text = '小区门口的路灯已经三天没有亮了，晚上看不见路。'
    for (const secret of [false, true])
      await perform(await world.as('mother02'), (act) => file(act, { ...ticket, text, secret }))
    await byCode('mother02')
    const view = await there(clerk)
    expect(view?.drafts).toMatchObject([{ next: null }])
    expect(view?.cases).toMatchObject([{ no, toAccept: true }])
    expect(view?.cases[0]?.items.map(({ state }) => state)).toEqual(Array(6).fill('received'))
    expect(view?.tickets).toHaveLength(1)
    const { residentId } = await person('mother02')
    expect(JSON.stringify(view)).not.toContain(residentId)
    expect(view?.residentId).toMatch(/^\d{6}\*{8}\w{4}$/)
    await perform(clerk, (act) => acceptCase(act, { no }))
    expect((await there(clerk))?.cases[0]?.toAccept).toBe(false)
  })

  it('lets the clerk begin an application with them, while they are there and no longer', async () => {
    const visit = await byCode('rare')
    const start = (whose: string) =>
      perform(clerk, (act) => startDraft(act, { lifeEvent: 'newborn', for: `visit:${whose}` }))
    const { draft, next } = await start(visit)
    const view = await look(clerk, (reading) => presentStep(reading, { draft, step: next }))
    expect(view.step).toBe(next)
    expect((await there(clerk))?.drafts).toMatchObject([{ id: draft, next }])
    const other = await world.as('counter2')
    expect(
      await refusedBy(
        perform(other, (act) => startDraft(act, { lifeEvent: 'newborn', for: `visit:${visit}` })),
      ),
    ).toBe('visit_over')
    await end(visit)
    expect(await refusedBy(start(visit))).toBe('visit_over')
  })
})

it('what was shown and who was there is forgotten, codes after a day, visits after half a year', async () => {
  const visit = await byCode('mother01')
  const rows = async () => ({
    codes: (await read().select().from(personCodes)).length,
    visits: (await read().select().from(counterVisits)).filter(({ id }) => id === visit).length,
  })
  await purgeExpired({}, world.now() + 2 * 86_400_000)
  expect(await rows()).toEqual({ codes: 0, visits: 1 })
  await purgeExpired({}, world.now() + 181 * 86_400_000)
  expect(await rows()).toEqual({ codes: 0, visits: 0 })
})
