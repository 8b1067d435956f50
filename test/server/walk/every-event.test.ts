import { beforeAll, describe, expect, it } from 'vitest'
import { documentOf, presentOwnCase } from '#domain/cases/index.ts'
import { look } from '#domain/perform.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { accept, decideEverything } from '../../support/desk.ts'
import { bundle } from '../../support/published.ts'
import { sendWalked, walkToCheck, whoMustAgree } from '../../support/walk.ts'
import { fullestAnswers, WALKS, type Walk } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

async function apply({ event, login, answers }: Walk): Promise<string> {
  const who = await world.as(login)
  const draft = await walkToCheck(who, event, { ...fullestAnswers(bundle(event)), ...answers })
  const others = await whoMustAgree(who, draft)
  return sendWalked(who, draft, await Promise.all(others.map((other) => world.as(other))))
}

/** The facts that deciding on these items brings about. */
function outputsOf({ items }: Bundle, codes: readonly string[]): string[] {
  return codes.flatMap((code) => (items[code]?.outputs ?? []).map(({ element }) => element))
}

it('knows an account for every life event', () => {
  expect(new Set(WALKS.map(({ event }) => event)).size).toBe(11)
})

describe.each(WALKS)('$event', (walk) => {
  it('is walked from its document alone to the last certificate', async () => {
    world.at('2026-11-23T10:00:00+08:00')
    const no = await apply(walk)
    await world.runJobs()
    for (const kind of ['receipt', 'application'])
      expect(
        await look(await world.as(walk.login), (reading) => documentOf(reading, no, kind)),
      ).toMatchObject({ name: expect.stringContaining(no) })
    await accept(world, no)
    const states = await decideEverything(world, no)
    const { items } = bundle(walk.event)
    const { state, facts, ...view } = await look(await world.as(walk.login), (reading) =>
      presentOwnCase(reading, { no }),
    )
    expect(state).toBe('closed')
    const granted = Object.keys(states).filter((code) => states[code] === 'granted')
    expect(granted.length).toBeGreaterThan(2)
    // Whatever did not come has a reason that its applicant reads.
    expect(view.items.filter(({ code, reason }) => !granted.includes(code) && reason === '')).toEqual([])
    const certified = view.items.filter(({ certificate }) => certificate).map(({ code }) => code)
    expect(certified).toEqual(granted.filter((code) => items[code]?.result.certificate))
    const known = facts.map(({ element }) => element)
    for (const element of outputsOf(bundle(walk.event), granted)) expect(known).toContain(element)
  }, 120_000)
})
