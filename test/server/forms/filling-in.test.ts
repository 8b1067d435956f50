import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { read } from '#db'
import { consents } from '#db/schema/exchange.ts'
import { sendCase } from '#domain/cases/index.ts'
import { latestEntries } from '#domain/audit/index.ts'
import { revokeConsent, subjectKey, useConnectors } from '#domain/exchange/index.ts'
import {
  decideConsent,
  lookAgain,
  ownDraft,
  pickMatch,
  presentStep,
  saveAndLook,
} from '#domain/forms/index.ts'
import { draftRow, updateContent } from '#domain/forms/store.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { connectorOf } from '#server/connectors/exchange/connectors.ts'
import { ExchangeError, type Answer, type Call } from '#server/connectors/exchange/connector.ts'
import { eq } from 'drizzle-orm'
import { lookupsAbout } from '../../support/registers-of-test.ts'
import { fillDraft, walkOn } from '../../support/newborn.ts'
import { submit } from '../../support/submit.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => useConnectors(connectorOf))

const EXTRAS = {
  'situation.extras': ['medical-insurance', 'maternity-reimbursement'],
  'situation.costSettled': 'no',
}

type Hook = (call: Call, answer: () => Promise<Answer>) => Promise<Answer>

/** Lets a test come between the product and the city's registers. */
function between(hook: Hook, deadlineMs?: number): void {
  const connector = { ...cityConnector, ask: (call: Call) => hook(call, () => cityConnector.ask(call)) }
  useConnectors(() => ({ connector, route: { deadlineMs } }))
}

const only =
  (resource: string, hook: Hook): Hook =>
  (call, answer) =>
    call.resource === resource ? hook(call, answer) : answer()

const atConsent = (who: Asking, answers: Record<string, string | string[]> = {}) =>
  fillDraft(who, answers, 'agree', 'consent')
const agree = (who: Asking, draft: string) => decideConsent(who, { draft, decision: 'agree' })
const step = (who: Asking, draft: string, code: string) =>
  look(who, (reading) => presentStep(reading, { draft, step: code }))
const contentOf = async (who: Asking, draft: string) =>
  (await look(who, (reading) => ownDraft(reading, draft))).row.content

describe('what is agreed to', () => {
  it('is on record as it was shown, with fields and version; about others the law is the ground', async () => {
    const who = await world.as('mother01')
    const draft = await atConsent(who)
    const { lookups } = await step(who, draft, 'consent')
    const own = lookups.filter(({ law }) => law === '')
    const ofOthers = lookups.filter(({ law }) => law !== '')
    expect(own.length).toBeGreaterThan(2)
    expect(own.every(({ provider, purpose, facts }) => provider && purpose && facts.length > 0)).toBe(true)
    expect(ofOthers.length).toBeGreaterThan(0)
    expect(ofOthers.every(({ law }) => law.includes('证实了对方与您的关系才查'))).toBe(true)
    await agree(who, draft)
    const [row] = await read().select().from(consents).where(eq(consents.purpose, draft))
    expect(JSON.parse(row?.shown ?? '')).toEqual(lookups)
    expect(row?.textVersion).toMatch(/^2026-2-[0-9a-f]{8}$/)
    expect(row?.fields.population).toContain('name')
    await step(who, draft, 'parents')
    const { knowns } = await contentOf(who, draft)
    const father = subjectKey({ kind: 'person', key: String(knowns['father.residentId']?.value) })
    const [aboutHim] = await lookupsAbout(father)
    expect(aboutHim).toMatchObject({ groundKind: 'law', matterId: draft, resource: 'population' })
    expect(aboutHim?.ground).not.toBe('')
    const mother = subjectKey({ kind: 'person', key: String(knowns['mother.residentId']?.value) })
    const aboutHer = (await lookupsAbout(mother)).filter(({ matterId }) => matterId === draft)
    expect(aboutHer.every(({ groundKind, ground }) => groundKind === 'consent' && ground === row?.id)).toBe(
      true,
    )
  })
})

describe('deciding again', () => {
  it('goes on under the same consent when the words are the same, and takes it back when declined', async () => {
    const who = await world.as('mother01')
    const draft = await atConsent(who)
    await agree(who, draft)
    const { consentId } = await contentOf(who, draft)
    await agree(who, draft)
    expect((await contentOf(who, draft)).consentId).toBe(consentId)
    await decideConsent(who, { draft, decision: 'decline' })
    const { knowns, consentId: none } = await contentOf(who, draft)
    expect(none).toBeNull()
    expect(Object.values(knowns).some(({ source }) => source.kind === 'exchange')).toBe(false)
    const rows = await read().select().from(consents).where(eq(consents.purpose, draft))
    expect(rows.map(({ revokedAt }) => revokedAt > 0)).toEqual([true])
  })
})

describe('filling in', () => {
  it('asks all at once, and what an answer makes possible right after it', async () => {
    const who = await world.as('mother03')
    const draft = await atConsent(who, EXTRAS)
    const log: string[] = []
    between(async (_call, answer) => {
      log.push('asked')
      await wait(150)
      log.push('answered')
      return answer()
    })
    const { next } = await agree(who, draft)
    // The first page is there as soon as what could be asked at once has answered.
    expect(next).toBe('applicant')
    expect(log.indexOf('answered')).toBe(7)
    expect(log.filter((each) => each === 'answered')).toHaveLength(7)
    await saveAndLook(who, { draft, step: 'applicant' })
    const { facts } = await step(who, draft, 'parents')
    expect(facts.map(({ element }) => element)).toContain('father.ethnicity')
    expect(log.filter((each) => each === 'answered')).toHaveLength(8)
  })

  it('waits no longer than its budget, asks the person, and fills in later beside what they typed', async () => {
    const who = await world.as('mother04')
    const draft = await atConsent(who)
    let answerNow = (): void => undefined
    const held = new Promise<void>((resolve) => (answerNow = resolve))
    between(
      only('household', async (_call, answer) => {
        await held
        return answer()
      }),
      20_000,
    )
    const from = performance.now()
    await agree(who, draft)
    expect(performance.now() - from).toBeLessThan(4200)
    await walkOn(who, draft, 'household')
    const { fields, unavailable } = await step(who, draft, 'household')
    expect(unavailable).toHaveLength(1)
    expect(fields.map(({ name }) => name)).toContain('household.no')
    await perform(who, async (act) => {
      const row = await draftRow(act.tx, draft)
      if (!row) throw new Error('the draft is gone')
      row.content.answers = { ...row.content.answers, 'household.no': '349999999' }
      await updateContent(act.tx, row, act.at)
    })
    answerNow()
    for (let i = 0; i < 50 && (await contentOf(who, draft)).knowns['household.no'] === undefined; i += 1)
      await wait(50)
    const { answers, knowns } = await contentOf(who, draft)
    expect(answers['household.no']).toBe('349999999')
    expect(knowns['household.no']).toMatchObject({ locked: false })
    expect(knowns['household.headName']?.value).toBeTruthy()
    const { journey } = await look(who, (reading) => ownDraft(reading, draft))
    expect(journey.facts('household.no')?.value).toBe('349999999')
  })

  it('asks once more later, or when the person says so', async () => {
    const who = await world.as('mother05')
    const draft = await atConsent(who)
    const down = only('marriage', async () => Promise.reject(new ExchangeError('unreachable', 'down')))
    between(down)
    await agree(who, draft)
    expect((await contentOf(who, draft)).lookups).toMatchObject({ 'marriage#2': 'unavailable' })
    await lookAgain(who, { draft, step: 'parents' })
    expect((await contentOf(who, draft)).lookups).toMatchObject({ 'marriage#2': 'unavailable' })
    useConnectors(connectorOf)
    await world.runJobs()
    expect((await contentOf(who, draft)).lookups).toMatchObject({ 'marriage#2': 'unavailable' })
    world.at('2026-11-23T10:05:00+08:00')
    await world.runJobs()
    await step(await world.as('mother05'), draft, 'parents')
    const { knowns } = await contentOf(who, draft)
    expect(knowns['father.name']).toMatchObject({ locked: false })
    expect(knowns['father.ethnicity']).toBeDefined()
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('lets the person pick one of several matches, or none', async () => {
    const who = await world.as('mother06')
    const twice = only('household', async (_call, answer) => {
      const { rows, updatedAt } = await answer()
      return { rows: [...rows, ...rows.map((row) => ({ ...row, no: '349100777' }))], updatedAt }
    })
    between(twice)
    const draft = await fillDraft(who, {}, 'agree', 'household')
    expect((await step(who, draft, 'applicant')).matches).toEqual([])
    const { matches, fields } = await step(who, draft, 'household')
    const [match] = matches
    expect(match?.rows).toHaveLength(2)
    expect(fields.map(({ name }) => name)).toContain('household.no')
    await expect(
      pickMatch(who, { draft, key: match?.key ?? '', step: 'household', match: '7' }),
    ).rejects.toMatchObject({ code: 'invalid_input' })
    const stranger = await world.as('father')
    await expect(
      pickMatch(stranger, { draft, key: match?.key ?? '', step: 'household', match: '1' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await pickMatch(who, { draft, key: match?.key ?? '', step: 'household', match: '1' })
    const picked = await step(who, draft, 'household')
    expect(picked.matches).toEqual([])
    expect((await contentOf(who, draft)).knowns['household.no']).toMatchObject({
      value: '349100777',
      locked: true,
    })

    const other = await fillDraft(who, {}, 'agree', 'household')
    await pickMatch(who, { draft: other, key: match?.key ?? '', step: 'household', match: 'none' })
    expect((await contentOf(who, other)).knowns['household.no']).toBeUndefined()
    expect((await step(who, other, 'household')).matches).toEqual([])
  })

  it('shows a registered value that cannot be used, and asks for it', async () => {
    const who = await world.as('mother07')
    between(
      only('birth', async (_call, answer) => {
        const { rows, updatedAt } = await answer()
        return { rows: rows.map((row) => ({ ...row, gender: '1', weight: 99_999_999 })), updatedAt }
      }),
    )
    const draft = await fillDraft(who, {}, 'agree', 'child')
    const { unusable, fields } = await step(who, draft, 'child')
    expect(unusable.map(({ element }) => element)).toEqual(['child.gender', 'child.weight'])
    expect(unusable[0]).toMatchObject({ value: '1' })
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['child.gender', 'child.weight']))
  })
})

describe('sending', () => {
  it('is refused, and on record, when a locked value is not what its source said', async () => {
    const who = await world.as('mother08')
    const draft = await fillDraft(who)
    await perform(who, async (act) => {
      const row = await draftRow(act.tx, draft)
      const known = row?.content.knowns['child.birthCertificateNo']
      if (!row || !known) throw new Error('the number is known')
      const { content } = row
      content.knowns = { ...content.knowns, 'child.birthCertificateNo': { ...known, value: 'T349900001' } }
      await updateContent(act.tx, row, act.at)
    })
    await expect(submit(who, draft)).rejects.toMatchObject({ code: 'facts_changed' })
    const { knowns, answers } = await contentOf(who, draft)
    expect(knowns['child.birthCertificateNo']).toBeUndefined()
    expect(answers['father.phone']).toBeDefined()
    const entries = await latestEntries(read(), 5000)
    expect(entries.find(({ verb }) => verb === 'forms.tampered')).toMatchObject({ subjectId: draft })
  })

  it('asks the person to type when the consent was withdrawn; what was sent stays with its case', async () => {
    const who = await world.as('mother02')
    const sent = await fillDraft(who)
    const draft = await fillDraft(who)
    const consentId = (await contentOf(who, draft)).consentId ?? ''
    await perform(who, (act) => sendCase(act, { draft: sent }))
    const other = await world.as('mother01')
    await expect(perform(other, (act) => revokeConsent(act, consentId))).rejects.toMatchObject({
      code: 'not_found',
    })
    await perform(who, (act) => revokeConsent(act, consentId))
    await expect(perform(who, (act) => sendCase(act, { draft }))).rejects.toMatchObject({
      code: 'consent_withdrawn',
    })
    await world.runJobs()
    const { knowns, answers, lookups } = await contentOf(who, draft)
    expect(Object.values(knowns).filter(({ source }) => source.kind === 'exchange')).toEqual([])
    expect(answers['father.phone']).toBeDefined()
    expect(lookups).toEqual({})
    const about = subjectKey({ kind: 'person', key: String(knowns['applicant.residentId']?.value) })
    const calls = await lookupsAbout(about)
    // They are told, and decide again; nothing is looked up before they agree.
    const view = await step(who, draft, 'applicant')
    expect(view).toMatchObject({ step: 'consent', notices: [expect.stringContaining('撤回') as string] })
    await decideConsent(who, { draft, decision: 'decline' })
    await saveAndLook(who, { draft, step: 'applicant', 'applicant.address': '云溪市清河区柳岸街道 12 号' })
    expect(await lookupsAbout(about)).toHaveLength(calls.length)
    const { fields } = await step(who, draft, 'parents')
    expect(fields.map(({ name }) => name)).toContain('father.name')
    // Going back, they may still agree, and are not told any more why they were asked again.
    expect((await step(who, draft, 'consent')).notices).toEqual([])
    await agree(who, draft)
    expect((await contentOf(who, draft)).knowns['child.birthCertificateNo']).toMatchObject({ locked: true })
  })
})
