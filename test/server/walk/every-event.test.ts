import { beforeAll, describe, expect, it } from 'vitest'
import { documentOf, presentOwnCase } from '#domain/cases/index.ts'
import { ownCertificates } from '#domain/certificates/index.ts'
import { look } from '#domain/perform.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { accept, decideEverything, itemsOf } from '../../support/desk.ts'
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

/** The certificates that the items of a case end with. */
function promised({ items }: Bundle, codes: readonly string[]): string[] {
  return codes.flatMap((code) => items[code]?.result.certificate ?? [])
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
      await expect(look(await world.as(walk.login), (reading) => documentOf(reading, no, kind))).resolves.toBeTruthy()
    await accept(world, no)
    const states = await decideEverything(world, no)
    const view = await look(await world.as(walk.login), (reading) => presentOwnCase(reading, { no }))
    const ended = view.items.filter(({ state }) => state !== 'granted')
    expect(ended.filter(({ reason }) => reason === '').map(({ code, state }) => [code, state])).toEqual([])
    expect(view.state).toBe('closed')
    console.log(walk.event, JSON.stringify(states))
    const granted = Object.keys(states).filter((code) => states[code] === 'granted')
    expect(view.items.filter(({ certificate }) => certificate).length).toBe(
      promised(bundle(walk.event), granted).length,
    )
  }, 120_000)
})
