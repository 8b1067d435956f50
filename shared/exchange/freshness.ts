/** How often a provider promises to bring a resource up to date (更新周期), domain.md §11.2. */
export const UPDATE_CYCLES = ['realtime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const

export type UpdateCycle = (typeof UPDATE_CYCLES)[number]

const DAY_MS = 86_400_000

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

export type Freshness = 'fresh' | 'late' | 'unknown'

/**
 * Whether a resource was brought up to date within the cycle its provider promised (时效性), domain.md §11.7.
 * @param updatedAt as the provider says it, epoch milliseconds; 0 when it does not say
 */
export function freshnessOf(cycle: UpdateCycle | undefined, updatedAt: number, at: number): Freshness {
  if (!cycle || updatedAt === 0) return 'unknown'
  return at - updatedAt <= CYCLE_MS[cycle] ? 'fresh' : 'late'
}
