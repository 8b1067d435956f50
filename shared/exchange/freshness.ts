import { DAY_MS } from '../calendar/day.ts'

/** How often a provider promises to bring a resource up to date (更新周期), domain.md §11.2. */
export const UPDATE_CYCLES = ['realtime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const

export type UpdateCycle = (typeof UPDATE_CYCLES)[number]

/** How old the provider's own word of its last change may be before the promise is broken, in milliseconds. */
export const CYCLE_MS: Readonly<Record<UpdateCycle, number>> = {
  // What changes at any time has at least changed within a day.
  realtime: DAY_MS,
  daily: 2 * DAY_MS,
  weekly: 8 * DAY_MS,
  monthly: 32 * DAY_MS,
  quarterly: 93 * DAY_MS,
  yearly: 367 * DAY_MS,
}

/** Clocks may differ by so much: a change that is to have happened later than that did not happen yet. */
const AHEAD_MS = 300_000

/**
 * When a provider last changed a resource, as far as it can be believed: 0 when it says a moment that is still to come,
 * or one before there were computers to ask.
 * @param updatedAt as the provider says it, epoch milliseconds; 0 when it does not say
 */
export function believedUpdate(updatedAt: number, at: number): number {
  return updatedAt > 0 && updatedAt <= at + AHEAD_MS ? updatedAt : 0
}

export type Freshness = 'fresh' | 'late' | 'unknown'

/**
 * Whether a resource was brought up to date within the cycle its provider promised (时效性), domain.md §11.7.
 * @param updatedAt as the provider says it, epoch milliseconds; 0 when it does not say
 */
export function freshnessOf(cycle: UpdateCycle | undefined, updatedAt: number, at: number): Freshness {
  if (!cycle || believedUpdate(updatedAt, at) === 0) return 'unknown'
  return at - updatedAt <= CYCLE_MS[cycle] ? 'fresh' : 'late'
}
