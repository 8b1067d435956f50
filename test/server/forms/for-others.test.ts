import { beforeAll, describe, expect, it } from 'vitest'
import { answerInvitation, invite, ownInvitations } from '#domain/agreements/index.ts'
import { ownCases, presentOwnCase, sendCase } from '#domain/cases/index.ts'
import { openDrafts, presentStep, startDraft, whomFor } from '#domain/forms/index.ts'
import { endMandate, giveMandate, mandates, personOf } from '#domain/identity/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { read } from '#db'
import { answerValidly } from '../../support/answer-validly.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const idOf = ({ actor }: Asking) => (actor.kind === 'person' ? actor.id : '')

/** Lets somebody act for somebody else. */
async function mandate(from: string, to: string, change: { scope?: string; validTo?: string } = {}) {
  const agent = await personOf(read(), idOf(await world.as(to)))
  await perform(await world.as(from), (act) =>
    giveMandate(act, {
      name: agent?.name ?? '',
      residentId: agent?.residentId ?? '',
      scope: change.scope ?? '',
      validTo: change.validTo ?? '2026-12-31',
    }),
  )
}

const start = async (login: string, input: Record<string, string>) =>
  perform(await world.as(login), (act) => startDraft(act, { lifeEvent: 'newborn', fresh: true, ...input }))

describe('a mandate in the family', () => {
  it('lets the other one start what it is good for, as long as it is, and nothing else', async () => {
    const mother = await world.as('mother01')
    await expect(start('daughter', { for: `person:${idOf(mother)}` })).rejects.toMatchObject({
      code: 'not_found',
    })
    await mandate('mother01', 'daughter', { scope: 'newborn' })
    const daughter = await world.as('daughter')
    const { people } = await look(daughter, (reading) => whomFor(reading, { lifeEvent: 'newborn' }))
    expect(people).toEqual([{ value: `person:${idOf(mother)}`, name: '沈清扬' }])
    const other = await look(daughter, (reading) => whomFor(reading, { lifeEvent: 'retirement' }))
    expect(other.people).toEqual([])
    world.at('2027-01-01T10:00:00+08:00')
    await expect(start('daughter', { for: `person:${idOf(mother)}` })).rejects.toMatchObject({
      code: 'not_found',
    })
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('is not given to a stranger, to oneself, or for a time that is over', async () => {
    const input = { name: '方立言', residentId: '349901198110119028', scope: '', validTo: '2026-12-31' }
    const give = async (change: Partial<typeof input>) =>
      perform(await world.as('mother02'), (act) => giveMandate(act, { ...input, ...change }))
    await expect(give({ name: '别人' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(give({ residentId: '34990119900101001X' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(give({ name: '许若曦', residentId: '349901199707210021' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(give({ validTo: '2026-11-22' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('is ended by either side, and by nobody else', async () => {
    await mandate('mother03', 'daughter')
    const { given } = await look(await world.as('mother03'), mandates)
    const id = given[0]?.id ?? ''
    const end = async (login: string) =>
      perform(await world.as(login), (act) => endMandate(act, { mandate: id }))
    await expect(end('mother01')).rejects.toMatchObject({ code: 'not_found' })
    await end('daughter')
    expect((await look(await world.as('mother03'), mandates)).given).toEqual([])
  })
})

/** The person a draft is for confirms it as themselves. */
async function confirm(login: string): Promise<void> {
  const who = await world.as(login)
  const name = (await personOf(read(), idOf(who)))?.name ?? ''
  for (const { id } of await look(who, ownInvitations))
    await perform(who, (act) =>
      answerInvitation(act, { agreement: id, answer: 'agree', signature: name, reason: '' }),
    )
}

describe('a draft for somebody else', () => {
  it('is filled in by whoever has the mandate and sent only when the person has confirmed it', async () => {
    await mandate('mother04', 'daughter')
    const principal = await world.as('mother04')
    const agent = await world.as('daughter')
    const { draft } = await start('daughter', { for: `person:${idOf(principal)}` })
    await answerValidly(agent, draft, {})
    await expect(perform(agent, (act) => sendCase(act, { draft }))).rejects.toMatchObject({
      code: 'agreement_missing',
    })
    await perform(agent, (act) => invite(act, { draft }))
    await confirm('mother04')
    const { no } = await perform(agent, (act) => sendCase(act, { draft }))
    const { applicant } = await look(principal, (reading) => presentOwnCase(reading, { no }))
    expect(applicant).toBe('叶书瑶')
    expect((await look(principal, (reading) => ownCases(reading))).map((each) => each.no)).toContain(no)
  })

  it('is closed to whoever filled it in once the mandate is over', async () => {
    await mandate('mother06', 'daughter')
    const agent = await world.as('daughter')
    const principal = await world.as('mother06')
    const { draft } = await start('daughter', { for: `person:${idOf(principal)}` })
    const open = (who: Asking) => look(who, (reading) => presentStep(reading, { draft, step: 's1' }))
    const listed = async () => (await look(agent, openDrafts)).map(({ id }) => id)
    expect(await listed()).toContain(draft)
    const [given] = (await look(principal, mandates)).given
    await perform(principal, (act) => endMandate(act, { mandate: given?.id ?? '' }))
    await expect(open(agent)).rejects.toMatchObject({ code: 'not_found' })
    expect(await listed()).not.toContain(draft)
    await expect(open(principal)).resolves.toHaveProperty('step')
  })

  it('is filled in at a counter for somebody present, who confirms it at home', async () => {
    const counter = await world.as('counter')
    await expect(
      start('counter', { name: '程晚晴', residentId: '349901199707210021' }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ field: 'residentId', code: 'person_unknown' }] },
    })
    const { draft } = await start('counter', { name: '程晚晴', residentId: '349901199410100024' })
    await answerValidly(counter, draft, {})
    await expect(perform(counter, (act) => sendCase(act, { draft }))).rejects.toMatchObject({
      code: 'agreement_missing',
    })
    await perform(counter, (act) => invite(act, { draft }))
    await confirm('mother05')
    await expect(perform(counter, (act) => sendCase(act, { draft }))).resolves.toHaveProperty('no')
  })

  it('does not exist for others at the counter, nor for reviewers', async () => {
    const { draft } = await start('counter', { name: '江素心', residentId: '34990219950214002X' })
    for (const login of ['counter2', 'police', 'mother01'])
      await expect(
        look(await world.as(login), (reading) => presentStep(reading, { draft, step: 's1' })),
      ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a draft of an enterprise', () => {
  const startRestaurant = (login: string, input: Record<string, string> = {}) =>
    start(login, { lifeEvent: 'restaurant', ...input })

  it('is for the one enterprise somebody may apply for, and knows it', async () => {
    const who = await world.as('restaurant')
    const { draft } = await startRestaurant('restaurant')
    const { organisations } = await look(who, (reading) => whomFor(reading, { lifeEvent: 'restaurant' }))
    expect(organisations.map(({ name }) => name)).toEqual(['云溪石桥人家餐饮有限公司'])
    await answerValidly(who, draft, {}, 14)
    const { facts } = await look(who, (reading) => presentStep(reading, { draft, step: 'enterprise' }))
    expect(facts.map(({ value }) => value)).toContain('云溪石桥人家餐饮有限公司')
  })

  it('is closed once the mandate is over', async () => {
    const { draft } = await startRestaurant('restaurant')
    world.at('2028-01-01T10:00:00+08:00')
    await expect(
      look(await world.as('restaurant'), (reading) => presentStep(reading, { draft, step: 's1' })),
    ).rejects.toMatchObject({ code: 'not_found' })
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('is not started without a mandate to apply, nor for an enterprise of others', async () => {
    const missing = { code: 'invalid_input', detail: { problems: [{ field: 'for' }] } }
    await expect(startRestaurant('mother01')).rejects.toMatchObject(missing)
    // A mandate for policies alone is none to apply.
    await expect(startRestaurant('agent')).rejects.toMatchObject(missing)
    const { organisations } = await look(await world.as('builder'), (reading) =>
      whomFor(reading, { lifeEvent: 'restaurant' }),
    )
    await expect(startRestaurant('restaurant', { for: organisations[0]?.value ?? '' })).rejects.toMatchObject(
      missing,
    )
  })
})
