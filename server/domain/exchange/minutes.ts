import { bucketOf, BUCKETS, NO_CALLS } from '#shared/exchange/latency.ts'
import type { Entry } from './journal.ts'
import type { LogRow } from './store/log.ts'
import type { MinuteRow } from './store/minutes.ts'

/** Questions that ended, counted by minute, resource and asking department: each once, in its first line's name. */
export function minutesOf(ended: readonly Pick<Entry, 'row' | 'notMade' | 'riding'>[]): MinuteRow[] {
  const minutes = new Map<string, MinuteRow>()
  for (const { row, notMade = false, riding = false } of ended) {
    if (riding) continue
    const minute = Math.floor(row.answeredAt / 60_000)
    const key = `${minute} ${row.resource} ${row.unit}`
    let sums = minutes.get(key)
    if (!sums) minutes.set(key, (sums = nothingYet(minute, row)))
    add(sums, row, notMade)
  }
  // In one order everywhere: two writers that lock the same rows never wait for each other in a circle.
  return [...minutes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums)
}

function nothingYet(minute: number, { resource, unit }: LogRow): MinuteRow {
  const calls = { calls: 0, found: 0, notFound: 0, several: 0, failed: 0, cached: 0 }
  return { minute, resource, unit, ...calls, ...NO_CALLS }
}

/**
 * How long it took is counted for what was really asked: an answer that was kept took no time, neither did a refusal nor
 * a call that was not made, such as one during maintenance; and none of those is a failure of the resource.
 */
function add(sums: MinuteRow, { outcome, cached, ms }: LogRow, notMade: boolean): void {
  sums.calls += 1
  if (outcome === 'found') sums.found += 1
  else if (outcome === 'not-found') sums.notFound += 1
  else if (outcome === 'several') sums.several += 1
  else if (outcome !== 'refused' && !notMade) sums.failed += 1
  if (cached) sums.cached += 1
  const bucket = BUCKETS[bucketOf(ms)]
  const wasAsked = !cached && !notMade && outcome !== 'refused' && outcome !== 'unknown'
  if (bucket && wasAsked) sums[bucket] += 1
}
