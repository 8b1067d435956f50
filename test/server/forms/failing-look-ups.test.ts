import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { useConnectors } from '#domain/exchange/index.ts'
import { decideConsent, ownDraft, startDraft } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { connectorOf } from '#server/connectors/exchange/connectors.ts'
import type { Call } from '#server/connectors/exchange/connector.ts'
import { bundle } from '../../support/published.ts'
import { fullestAnswers } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => useConnectors(connectorOf))

const FAILURE = 'a bug of our own'

/** Asking one resource is a bug; the others take a moment to answer. */
function failingAt(broken: string): void {
  const ask = async (call: Call) => {
    await wait(100)
    return cityConnector.ask(call)
  }
  useConnectors((resource) => {
    if (resource === broken) throw new Error(FAILURE)
    return { connector: { ...cityConnector, ask }, route: {} }
  })
}

/** A son at the decision about look-ups: of who died, the record that names him as next of kin is asked first. */
async function sonAtConsent(): Promise<{ who: Asking; draft: string }> {
  const who = await world.as('son')
  const said = { ...fullestAnswers(bundle('bereavement')), 'deceased.relation': 'child' }
  const { draft } = await perform(who, (act) =>
    startDraft(act, { lifeEvent: 'bereavement', fresh: true, ...said }),
  )
  return { who, draft }
}

const knownsOf = async (who: Asking, draft: string) =>
  (await look(who, (reading) => ownDraft(reading, draft))).row.content.knowns

describe('a look-up that a bug ends', () => {
  it('fails the request, and what the others answered is kept all the same', async () => {
    const { who, draft } = await sonAtConsent()
    failingAt('social-card')
    await expect(decideConsent(who, { draft, decision: 'agree' })).rejects.toThrow(FAILURE)
    const knowns = await knownsOf(who, draft)
    expect(Object.keys(knowns)).toEqual(expect.arrayContaining(['applicant.address', 'deceased.name']))
  })

  it('is told to nobody when an answer made it possible, and takes nothing of the others with it', async () => {
    const { who, draft } = await sonAtConsent()
    failingAt('household')
    await decideConsent(who, { draft, decision: 'agree' })
    await vi.waitFor(async () => {
      const knowns = await knownsOf(who, draft)
      expect(Object.keys(knowns)).toEqual(
        expect.arrayContaining(['deceased.gender', 'deceased.cremationNo', 'deceased.pensionNo']),
      )
    })
    expect(await knownsOf(who, draft)).not.toHaveProperty(['deceased.householdNo'])
  })
})
