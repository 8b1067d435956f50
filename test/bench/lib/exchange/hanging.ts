import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { city } from '../../../e2e/support/city.ts'
import { now } from '#domain/clock.ts'
import { lookUp, type LookupRequest, type Matter } from '#domain/exchange/index.ts'
import type { Asking } from '#domain/perform.ts'
import { LAW } from './load.ts'

/** Calls to the hanging resource that are under way meanwhile. */
export const HANGING = 100

/** How long each of them may hang, milliseconds. */
export const HANG_DEADLINE_MS = 10_000

/** Applications that are filled in at a time. */
const AT_ONCE = 8

/** A resource that applications for a newborn never need, and who may ask it. */
interface Foreign {
  resource: string
  items: string[]
  wants: string[]
}

/** Resources about people that only other life events ask. */
export function foreignResources(): Foreign[] {
  const ofNewborn = new Set(
    city.lifeEvents.find(({ code }) => code === 'newborn')?.lookups.map(({ resource }) => resource),
  )
  const others = city.lifeEvents.flatMap(({ items, lookups }) =>
    lookups
      .filter(({ resource, ask }) => !ofNewborn.has(resource) && 'residentId' in ask)
      .map(({ resource, gives }) => ({
        resource,
        items: items.map(({ item }) => item),
        wants: Object.values(gives),
      })),
  )
  return [...new Map(others.map((each) => [each.resource, each])).values()]
}

/** Calls that hang, until their deadline. */
export interface Hanging {
  /** Resolves when none of them hangs any more. @throws Error when one was answered, or they ended too early */
  end(): Promise<void>
}

/** Sets so many calls going, each for an application of its own. */
export async function setHanging(who: Asking, { resource, items, wants }: Foreign): Promise<Hanging> {
  const from = performance.now()
  const calls = Array.from({ length: HANGING }, (_, i) => {
    const residentId = `349999${String(i).padStart(12, '0')}`
    const matter: Matter = { kind: 'draft', id: randomUUID(), no: '', items, own: [residentId] }
    const params = { residentId }
    const request: LookupRequest = { key: 'k', resource, params, wants, ground: LAW }
    return lookUp({ ...who, at: now() }, matter, [request])
  })
  // So long that all of them wait.
  await wait(200)
  return {
    async end() {
      const left = HANG_DEADLINE_MS - (performance.now() - from)
      if (left < 0) throw new Error('the calls ended before the applications: lower BENCH_SECONDS')
      const answers = (await Promise.all(calls)).flat()
      const answered = answers.filter(({ outcome }) => outcome !== 'unavailable')
      if (answered.length > 0) throw new Error(`${answered.length} of ${HANGING} hanging calls were answered`)
      await wait(left + 200)
    },
  }
}

/** Fills in application after application, some at a time; answers the 95th percentile, in milliseconds. */
export async function p95(
  drafts: readonly string[],
  fillIn: (draft: string) => Promise<number>,
): Promise<number> {
  const times: number[] = []
  const left = [...drafts]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let draft = left.pop(); draft !== undefined; draft = left.pop()) times.push(await fillIn(draft))
    }),
  )
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}
