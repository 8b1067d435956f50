import type { Tx } from '#db'
import { dayOf } from '#shared/calendar/day.ts'
import { freshnessOf } from '#shared/exchange/freshness.ts'
import { isOutsideService } from '#shared/exchange/outside-services.ts'
import { newId } from '#shared/id.ts'
import { systemActor } from '#shared/access/actor.ts'
import { catalog } from '../catalog/index.ts'
import { asking, look, perform } from '../perform.ts'
import { HOUR_MS, hourOf } from './anomaly.ts'
import { figuresOf } from './call-figures.ts'
import { insertAlerts, purgePostSubjects, type AlertRow } from './store/anomalies.ts'
import { callsSince, updatesOfResources } from './store/board.ts'
import { joinMinutes } from './store/minutes.ts'

/** Whom posts looked up is kept as long as the board looks back, figures for a year and a month. */
const POSTS_KEPT_HOURS = 31 * 24
const FIGURES_KEPT_MINUTES = 400 * 1440

/** Figures of single minutes are joined to those of their hour after two days. */
const SINGLE_MINUTES = 2 * 1440

/** Fewer calls than this in an hour say nothing about how well a resource answers. */
const FEWEST_CALLS = 20

/** Below this share of answered calls in the last hour a resource is looked at. */
const LEAST_SUCCESS = 0.9

/**
 * Looks over the exchange every hour: raises alerts for resources that answer badly or are older than promised, and
 * keeps the figures small. Done twice in an hour it raises nothing twice.
 */
export async function handleWatch(_payload: Record<string, string>, at: number): Promise<void> {
  const who = asking(systemActor('exchange'), at)
  const alerts = await look(who, async ({ tx }) => [
    ...failing(await callsSince(tx, Math.floor((at - HOUR_MS) / 60_000), 'all'), at),
    ...stale(await updatesOfResources(tx), at),
  ])
  await perform(who, async ({ tx }) => {
    await insertAlerts(tx, alerts)
    await keepSmall(tx, at)
  })
}

async function keepSmall(tx: Tx, at: number): Promise<void> {
  const minute = Math.floor(at / 60_000)
  await purgePostSubjects(tx, hourOf(at) - POSTS_KEPT_HOURS)
  await joinMinutes(tx, minute - SINGLE_MINUTES, minute - FIGURES_KEPT_MINUTES)
}

function failing(sums: Awaited<ReturnType<typeof callsSince>>, at: number): AlertRow[] {
  const codes = new Set(sums.map(({ resource }) => resource))
  return [...codes].flatMap((code) => {
    if (isOutsideService(code)) return []
    const { success } = figuresOf(sums.filter(({ resource }) => resource === code))
    if (success.whole < FEWEST_CALLS || success.part >= LEAST_SUCCESS * success.whole) return []
    const { part, whole } = success
    return alertOf('falling-success', code, String(hourOf(at)), { answered: part, calls: whole }, at)
  })
}

function stale(updates: ReadonlyMap<string, number>, at: number): AlertRow[] {
  return [...updates].flatMap(([code, updatedAt]) => {
    const cycle = catalog().find('resource', code)?.updateCycle
    // Once for each change that was promised and did not come.
    return freshnessOf(cycle, updatedAt, at) === 'late'
      ? alertOf('stale', code, String(updatedAt), { updatedOn: dayOf(updatedAt) }, at)
      : []
  })
}

/** An alert about a resource concerns the department that provides it. */
function alertOf(
  kind: 'falling-success' | 'stale',
  resource: string,
  when: string,
  detail: Record<string, string | number>,
  at: number,
): AlertRow[] {
  const unit = catalog().find('resource', resource)?.provider ?? ''
  const key = `${resource} ${when}`
  return [{ id: newId(at), kind, key, unit, detail: { resource, ...detail }, at, seenBy: '', seenAt: 0 }]
}
