import { beforeAll, describe, expect, it } from 'vitest'
import { raw, read } from '#db'
import { drafts } from '#db/schema/forms.ts'
import {
  decideConsent,
  giveMaterials,
  presentCheck,
  presentStep,
  saveStep,
  startDraft,
} from '#domain/forms/index.ts'
import { subjectKey } from '#domain/exchange/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { personOf } from '#domain/identity/index.ts'
import { lookupsAbout } from '../../support/registers-of-test.ts'
import { fillDraft, SITUATIONS } from '../../support/newborn.ts'
import { makePng } from '../../unit/files/make.ts'
import { openWorld, type World } from '../../support/world.ts'
import { setFault } from '../../support/registers.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const start = async (who: Asking) =>
  (await perform(who, (act) => startDraft(act, { lifeEvent: 'newborn', fresh: true }))).draft
const save = (who: Asking, draft: string, step: string, typed: Record<string, string | string[]>) =>
  perform(who, (act) => saveStep(act, { draft, step, ...typed }))
const read1 = (who: Asking, draft: string, step: string) =>
  look(who, (reading) => presentStep(reading, { draft, step }))

/** How a person stands in the log of look-ups. */
async function subjectOfPerson({ actor }: Asking): Promise<string> {
  const person = await personOf(read(), actor.kind === 'person' ? actor.id : '')
  return subjectKey({ kind: 'person', key: person?.residentId ?? '' })
}

async function answerSituations(who: Asking, draft: string): Promise<string> {
  let step = 's1'
  while (step !== 'consent') {
    const { fields } = await read1(who, draft, step)
    step = (
      await save(
        who,
        draft,
        step,
        Object.fromEntries(fields.map(({ name }) => [name, SITUATIONS[name] ?? ''])),
      )
    ).next
  }
  return step
}

describe('a draft', () => {
  it('keeps what was typed, valid or not, and shows it again with the problem beside the field', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    await answerSituations(who, draft)
    await decideConsent(who, { draft, decision: 'decline' })
    const saved = await save(who, draft, 'applicant', {
      'applicant.phone': '12345',
      'applicant.address': '云溪市清河区柳岸街道 12 号',
    })
    expect(saved).toMatchObject({
      next: 'applicant',
      problems: [{ field: 'applicant.phone', code: 'phone_form' }],
    })
    const { fields } = await read1(who, draft, 'applicant')
    expect(fields.find(({ name }) => name === 'applicant.phone')).toMatchObject({
      value: '12345',
      problem: { code: 'phone_form' },
    })
    expect(fields.find(({ name }) => name === 'applicant.address')).toMatchObject({
      value: '云溪市清河区柳岸街道 12 号',
      problem: null,
    })
  })

  it('cannot be walked ahead of its first open step', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    expect((await read1(who, draft, 'child')).step).toBe('s1')
    await expect(save(who, draft, 'delivery', {})).rejects.toMatchObject({ code: 'not_found' })
  })

  it('fills in what the registers know after consent, each fact with its source, and asks only the rest', async () => {
    const who = await world.as('mother02')
    const draft = await start(who)
    await answerSituations(who, draft)
    const subject = await subjectOfPerson(who)
    expect(await lookupsAbout(subject)).toEqual([])
    await decideConsent(who, { draft, decision: 'agree' })
    await save(who, draft, 'applicant', {})
    const parents = await read1(who, draft, 'parents')
    expect(parents.facts.every((fact) => fact.source !== '')).toBe(true)
    expect(parents.fields.map(({ name }) => name)).toEqual(['father.phone'])
    const lookups = await lookupsAbout(subject)
    expect(lookups.length).toBeGreaterThanOrEqual(4)
    expect(lookups.every((each) => each.groundKind === 'consent' && each.matterId === draft)).toBe(true)
  })

  it('does not let a locked fact be typed over, and flags what was corrected', async () => {
    const who = await world.as('mother03')
    const draft = await fillDraft(who, {
      'mother.name': '别人',
      'mother.address': '云溪市东山区望湖路 88 号',
    })
    await save(who, draft, 'parents', {
      'mother.name': '别人',
      'mother.address': '云溪市东山区望湖路 88 号',
      'father.phone': '14000000001',
    })
    const { sections } = await look(who, (reading) => presentCheck(reading, { draft }))
    const rows = sections.flatMap((section) => section.rows)
    const person = await personOf(read(), who.actor.kind === 'person' ? who.actor.id : '')
    expect(rows.find(({ element }) => element === 'mother.name')).toMatchObject({
      value: person?.name,
      differs: null,
    })
    expect(rows.find(({ element }) => element === 'mother.address')?.differs).not.toBeNull()
  })

  it('is typed by hand, and can be sent, when the exchange is down', async () => {
    const resources = ['population', 'marriage', 'birth', 'household', 'medical-insurance']
    for (const resource of resources) setFault(resource, 'down')
    const who = await world.as('mother04')
    const draft = await start(who)
    await answerSituations(who, draft)
    await decideConsent(who, { draft, decision: 'agree' })
    await save(who, draft, 'applicant', { 'applicant.address': '云溪市清河区柳岸街道 12 号' })
    const parents = await read1(who, draft, 'parents')
    expect(parents.unavailable.length).toBeGreaterThan(0)
    expect(parents.fields.map(({ name }) => name)).toContain('mother.ethnicity')
    for (const resource of resources) setFault(resource, null)
  })

  it('asks for consent anew when a situation changes, and keeps every answer', async () => {
    const who = await world.as('mother05')
    const draft = await fillDraft(who)
    const { next } = await save(who, draft, 's4', { 'situation.householdWith': 'father' })
    expect(next).toBe('consent')
    await decideConsent(who, { draft, decision: 'agree' })
    const { sections } = await look(who, (reading) => presentCheck(reading, { draft }))
    expect(
      sections.flatMap((section) => section.rows).find(({ element }) => element === 'child.name')?.value,
    ).toBe('林小满')
  })

  it('says what it no longer needs when an answer changes, and has it again when it is changed back', async () => {
    const who = await world.as('mother07')
    const draft = await fillDraft(who)
    const without = SITUATIONS['situation.extras']
    if (!Array.isArray(without)) throw new Error('the newborn has no list of extras')
    const extras = without.filter((each) => each !== 'vaccination-record')
    await save(who, draft, 's5', { 'situation.extras': extras })
    const { changes } = await read1(who, draft, 'consent')
    expect(changes.map(({ what }) => what)).toContain('not-asked-any-more')
    await save(who, draft, 's5', { 'situation.extras': without })
    expect((await read1(who, draft, 'consent')).changes).toEqual([])
  })

  it('says no plainly when the conditions are not met', async () => {
    world.at('2027-12-30T10:00:00+08:00')
    const who = await world.as('mother06')
    const draft = await fillDraft(who)
    const { blocked } = await look(who, (reading) => presentCheck(reading, { draft }))
    expect(blocked).toHaveLength(1)
    expect(blocked[0]?.way).toBeTruthy()
    expect(blocked[0]?.source).toBeTruthy()
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('takes files by their content, tells beside the material what it cannot take, and keeps the others', async () => {
    const who = await world.as('mother07')
    const draft = await fillDraft(who)
    const png = makePng([[0, 255, 255, 255]], 1)
    const result = await giveMaterials(who, {
      draft,
      'child-photo': [
        { name: 'a.png', data: png },
        { name: 'b.png', data: Buffer.from('not an image') },
      ],
    })
    expect(result).toMatchObject({
      next: 'materials',
      problems: [{ field: 'child-photo', code: 'file_kind' }],
    })
    const { materials, problems } = await read1(who, draft, 'materials')
    expect(materials.find(({ code }) => code === 'child-photo')?.files.map(({ name }) => name)).toEqual([
      'a.png',
    ])
    expect(problems).toMatchObject([{ field: 'child-photo', code: 'file_kind' }])
  })

  it('belongs to one person: for everybody else it does not exist', async () => {
    const draft = await start(await world.as('mother08'))
    const other = await world.as('mother09')
    await expect(read1(other, draft, 's1')).rejects.toMatchObject({ code: 'not_found' })
    await expect(save(other, draft, 's1', { 'applicant.relation': 'mother' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('lies sealed in the database', async () => {
    const who = await world.as('mother10')
    await fillDraft(who, { 'father.phone': '14000000077' })
    const rows = await read().select({ content: drafts.content }).from(drafts)
    expect(rows.some(({ content }) => JSON.stringify(content).includes('14000000077'))).toBe(true)
    const stored = await raw('select content from drafts')
    expect(stored.length).toBe(rows.length)
    expect(stored.some(({ content }) => Buffer.from(content as Uint8Array).includes('14000000077'))).toBe(
      false,
    )
  })
})
