import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { useConnectors } from '#domain/exchange/index.ts'
import { dispatchObjection, object, verifyObjection } from '#domain/footprint/index.ts'
import { lookAgain, ownDraft, saveAndLook } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { connectorOf } from '#server/connectors/exchange/connectors.ts'
import { ExchangeError, type Call } from '#server/connectors/exchange/connector.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

const ELEMENT = 'household.headName'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => useConnectors(connectorOf))

const contentOf = async (who: Asking, draft: string) =>
  (await look(who, (reading) => ownDraft(reading, draft))).row.content
const isLocked = async (who: Asking, draft: string) => (await contentOf(who, draft)).knowns[ELEMENT]?.locked

async function reportWrong(who: Asking, draft: string): Promise<string> {
  const { no } = await object(who, { draft, element: ELEMENT, was: '', should: '何某', why: '户主是我父亲' })
  await world.runJobs()
  return no
}

/** The provider stands by the value. */
async function standBy(no: string): Promise<void> {
  await perform(await world.as('data'), (act) => dispatchObjection(act, { no, note: '' }))
  await perform(await world.as('police-data'), (act) =>
    verifyObjection(act, { no, decision: 'reject', note: '户口簿如此' }),
  )
  await world.runJobs()
}

describe('a value that was reported wrong and stands', () => {
  it('is locked again where it was locked, also in a draft that was begun meanwhile', async () => {
    const who = await world.as('mother05')
    const draft = await fillDraft(who)
    expect(await isLocked(who, draft)).toBe(true)
    const no = await reportWrong(who, draft)
    const later = await fillDraft(who, { 'child.name': '何小云' })
    expect([await isLocked(who, draft), await isLocked(who, later)]).toEqual([false, false])
    await standBy(no)
    expect([await isLocked(who, draft), await isLocked(who, later)]).toEqual([true, true])
  })

  it('stays open where it came after the person had been asked: what they typed counts', async () => {
    const who = await world.as('mother06')
    const ask = (call: Call) =>
      call.resource === 'household'
        ? Promise.reject(new ExchangeError('unreachable', 'down'))
        : cityConnector.ask(call)
    useConnectors(() => ({ connector: { ...cityConnector, ask }, route: {} }))
    const draft = await fillDraft(who, {}, 'agree', 'household')
    await saveAndLook(who, { draft, step: 'household', [ELEMENT]: '何某' })
    useConnectors(connectorOf)
    await lookAgain(who, { draft, step: 'household' })
    expect(await isLocked(who, draft)).toBe(false)
    await standBy(await reportWrong(who, draft))
    expect(await isLocked(who, draft)).toBe(false)
    const { journey } = await look(who, (reading) => ownDraft(reading, draft))
    expect(journey.facts(ELEMENT)?.value).toBe('何某')
    expect((await contentOf(who, draft)).disputed).toEqual({})
  })
})

it('another situation takes out what was looked up, with what was reported of it and the certificates held', async () => {
  const who = await world.as('mother07')
  const draft = await fillDraft(who)
  const no = await reportWrong(who, draft)
  expect((await contentOf(who, draft)).disputed).toMatchObject({ [ELEMENT]: no })
  await saveAndLook(who, { draft, step: 's4', 'situation.householdWith': 'father' })
  const { knowns, disputed, certificates, saved } = await contentOf(who, draft)
  expect(Object.values(knowns).some(({ source }) => source.kind === 'exchange')).toBe(false)
  expect({ disputed, certificates }).toEqual({ disputed: {}, certificates: [] })
  expect(saved).not.toContain('consent')
})
