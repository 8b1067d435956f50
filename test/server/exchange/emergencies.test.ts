import { setTimeout } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { read, transaction } from '#db'
import { readCity } from '#db/city/load.ts'
import { emergencies } from '#db/schema/exchange-objections.ts'
import {
  askEmergency,
  BUDGET_MS,
  decideEmergency,
  handleSettle,
  listEmergencies,
  lookUpInEmergency,
  subjectKey,
} from '#domain/exchange/index.ts'
import { emergencyRow } from '#domain/exchange/store/emergencies.ts'
import { look, perform } from '#domain/perform.ts'
import { answerWith, found, lookupsAbout } from '../../support/registers-of-test.ts'
import { residentIdCheckDigit } from '#shared/elements/types/resident-id.ts'
import { setFault } from '../../support/registers.ts'
import { openWorld, type World } from '../../support/world.ts'

const PERSON =
  readCity('db/city').accounts.accounts.find(({ login }) => login === 'mother01')?.residentId ?? ''
const REASON = '走失老人送到派出所，需要立即联系家人'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const ask = async (number = PERSON, resource = 'population') =>
  (await perform(await world.as('police'), (act) => askEmergency(act, { resource, number, reason: REASON })))
    .emergency
const decide = async (login: string, emergency: string, decision: 'confirm' | 'refuse' = 'confirm') =>
  perform(await world.as(login), (act) => decideEmergency(act, { emergency, decision }))
const lookUpAs = async (login: string, emergency: string) =>
  lookUpInEmergency(await world.as(login), { emergency })
const lineOf = async (login: string, id: string, shown = '') => {
  const view = await look(await world.as(login), (reading) => listEmergencies(reading, { shown }))
  return { line: view.lines.find((each) => each.id === id), view }
}

describe('an emergency look-up', () => {
  it('needs a second person, is made once, and stands in the log of whom it is about', async () => {
    const id = await ask()
    await expect(lookUpAs('police', id)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    await expect(decide('police', id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await lineOf('supervisor', id)).line).toMatchObject({ state: 'asked', moves: ['confirm'] })
    await decide('supervisor', id)
    await expect(decide('supervisor', id, 'refuse')).rejects.toMatchObject({ code: 'changed_meanwhile' })
    await expect(lookUpAs('civil', id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await lookUpAs('police', id)).toEqual({ shown: id })
    await expect(lookUpAs('police', id)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    const [logged] = await lookupsAbout(subjectKey({ kind: 'person', key: PERSON }))
    expect(logged).toMatchObject({
      groundKind: 'emergency',
      ground: id,
      matterKind: 'desk',
      actorKind: 'staff',
    })
    const { line } = await lineOf('police', id)
    expect(line).toMatchObject({ state: 'used', moves: [], about: expect.stringContaining('****') })
  })

  it('shows what came for ten minutes, to whoever made it alone, and then forgets it', async () => {
    const id = await ask()
    await decide('supervisor', id)
    await lookUpAs('police', id)
    const shownTo = async (login: string) => (await lineOf(login, id, id)).view.shown
    const [row] = (await shownTo('police')) ?? []
    expect(row?.map(({ value }) => value)).toContain(PERSON)
    expect(await shownTo('supervisor')).toBeNull()
    expect((await lineOf('police', id)).view.shown).toBeNull()
    world.at('2026-11-23T10:10:00+08:00')
    expect(await shownTo('police')).toBeNull()
    const answer = async () => (await emergencyRow(read(), id))?.answer
    expect(await answer()).not.toBeNull()
    await handleSettle({}, world.now())
    expect(await answer()).toBeNull()
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('is about what can be asked: no register that is only told of decisions is offered', async () => {
    const { view } = await lineOf('police', '')
    const offered = view.resources.map(({ value }) => value)
    const resources = readCity('db/city').resources.filter(({ code }) => offered.includes(code))
    expect(resources.length).toBeGreaterThan(0)
    expect(resources.filter(({ mode }) => mode !== 'query')).toEqual([])
  })

  it('is over when it was refused, or not made within half an hour', async () => {
    const refused = await ask()
    await decide('supervisor', refused, 'refuse')
    await expect(lookUpAs('police', refused)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    const late = await ask()
    await decide('supervisor', late)
    world.at('2026-11-23T10:31:00+08:00')
    await expect(lookUpAs('police', late)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    expect((await lineOf('police', late)).line?.state).toBe('expired')
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('that the register did not answer was not made: it may be tried again in its half hour', async () => {
    const id = await ask()
    await decide('supervisor', id)
    setFault('population', 'down')
    await expect(lookUpAs('police', id)).rejects.toMatchObject({ code: 'exchange_down' })
    expect((await lineOf('police', id)).line).toMatchObject({ state: 'confirmed', moves: ['lookUp'] })
    setFault('population', null)
    await lookUpAs('police', id)
    await expect(lookUpAs('police', id)).rejects.toMatchObject({ code: 'changed_meanwhile' })
    expect((await lineOf('police', id)).line).toMatchObject({ state: 'used', moves: [] })
  })

  it('asks only what the department is granted, about somebody who is named by a real number', async () => {
    await expect(ask(PERSON, 'delivery-bill')).rejects.toMatchObject({ code: 'not_granted' })
    await expect(ask(`${PERSON.slice(0, 17)}${PERSON.endsWith('1') ? '2' : '1'}`)).rejects.toMatchObject({
      code: 'invalid_input',
    })
    const unborn = '34990119901332001'
    await expect(ask(unborn + residentIdCheckDigit(unborn))).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('of a department that is gone is listed all the same, by its code', async () => {
    const id = await ask()
    await transaction((tx) => tx.update(emergencies).set({ unit: 'gone' }).where(eq(emergencies.id, id)))
    expect((await lineOf('police', id)).line).toMatchObject({ unit: 'gone', state: 'asked' })
  })

  it('takes as long as its register may take', async () => {
    const id = await ask()
    await decide('supervisor', id)
    const answer = found({ residentId: PERSON, name: '林知夏' })
    answerWith(() => setTimeout(BUDGET_MS + 200, answer), { deadlineMs: 10_000 })
    expect(await lookUpAs('police', id)).toEqual({ shown: id })
  })
})
