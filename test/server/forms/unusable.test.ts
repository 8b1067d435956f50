import { afterEach, beforeAll, expect, it } from 'vitest'
import { useConnectors } from '#domain/exchange/index.ts'
import { ownDraft, presentStep } from '#domain/forms/index.ts'
import { look } from '#domain/perform.ts'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { connectorOf } from '#server/connectors/exchange/connectors.ts'
import type { Call } from '#server/connectors/exchange/connector.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => useConnectors(connectorOf))

it('a value that cannot be used stays on its page when the same register answers about somebody else', async () => {
  const who = await world.as('mother07')
  const asked: string[] = []
  const ask = async (call: Call) => {
    const { rows, updatedAt } = await cityConnector.ask(call)
    if (call.resource !== 'population') return { rows, updatedAt }
    asked.push(String(call.params.residentId))
    // The mother's is asked first; the father's, whom the marriage names, right after it.
    return { rows: asked.length > 1 ? rows : rows.map((row) => ({ ...row, ethnicity: '99' })), updatedAt }
  }
  useConnectors(() => ({ connector: { ...cityConnector, ask }, route: {} }))
  const draft = await fillDraft(who, {}, 'agree', 'parents')
  const { unusable, facts } = await look(who, (reading) => presentStep(reading, { draft, step: 'parents' }))
  expect(new Set(asked).size).toBe(2)
  expect(facts.map(({ element }) => element)).toContain('father.ethnicity')
  expect(unusable.map(({ element }) => element)).toEqual(['mother.ethnicity'])
  const { row } = await look(who, (reading) => ownDraft(reading, draft))
  expect(row.content.lookups).toMatchObject({ 'population#4': 'found' })
})
