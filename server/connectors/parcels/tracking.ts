import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { PARCEL_STATES, type ParcelStep } from '#shared/parcels/parcel.ts'
import type { Tracking } from '#shared/parcels/tracking.ts'

/** How the service that tracks parcels is reached: the file that `PARCELS_CONFIG` names (docs/parcels.md). */
const Config = v.strictObject({
  /** Asked by GET with `carrier` and `no`. */
  url: v.pipe(v.string(), v.url()),
  /** The environment variable that holds the key. */
  keyFrom: v.pipe(v.string(), v.regex(/^[A-Z_]\w*$/)),
  timeoutMs: v.optional(v.pipe(v.number(), v.minValue(100)), 5000),
  everyMinutes: v.optional(v.pipe(v.number(), v.minValue(1)), 60),
  /** The service's words for where a parcel is → ours. */
  states: v.record(v.string(), v.picklist(PARCEL_STATES)),
  /** Our codes of carriers → the service's; otherwise they are the same. */
  carriers: v.optional(v.record(v.string(), v.string()), {}),
})

export type ParcelsConfig = v.InferOutput<typeof Config>

const Answer = v.object({
  steps: v.array(
    v.object({
      state: v.string(),
      text: v.optional(v.string(), ''),
      at: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
})

/** Longest words of a carrier that are kept. */
const MOST_TEXT = 200

/**
 * The connector that the configuration names; nothing without one.
 * @throws Error saying what is wrong with the file
 */
export function parcelTracking(file = process.env.PARCELS_CONFIG): Tracking | undefined {
  if (!file) return undefined
  const read = v.safeParse(Config, JSON.parse(readFileSync(file, 'utf8')))
  if (!read.success)
    throw new Error(
      read.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`).join('\n'),
    )
  const key = process.env[read.output.keyFrom]
  if (!key) throw new Error(`${read.output.keyFrom} is empty: put the key of the parcel service there`)
  return trackingOver(read.output, key)
}

/** Speaks to one service. What it says in words we do not know is left out: the parcel stays where it was. */
export function trackingOver(
  { url, timeoutMs, everyMinutes, states, carriers }: ParcelsConfig,
  key: string,
): Tracking {
  return {
    everyMs: everyMinutes * 60_000,
    async ask({ carrier, no }) {
      const address = new URL(url)
      address.searchParams.set('carrier', carriers[carrier] ?? carrier)
      address.searchParams.set('no', no)
      const response = await fetch(address, {
        headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (response.status === 404) return []
      if (!response.ok) throw new Error(`answered ${response.status}`)
      const { steps } = v.parse(Answer, await response.json())
      return steps
        .flatMap(({ state, text, at }): ParcelStep[] => {
          const ours = states[state]
          return ours ? [{ state: ours, text: text.slice(0, MOST_TEXT), at: Date.parse(at) }] : []
        })
        .toSorted((one, other) => one.at - other.at)
    },
  }
}
