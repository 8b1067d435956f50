import type { Resource } from '../catalog/resource.ts'
import { runningNo } from '../running-no.ts'

/** Working days: the data office looks through an application; the provider answers, domain.md §11.4. */
export const SUBSCRIPTION_DAYS = { review: 2, connected: 5, other: 10 } as const

/** Longest texts, in characters; most calls a day; how long a subscription may run at most, in years. */
export const SUBSCRIPTION_LIMITS = {
  basis: 200,
  scenario: 500,
  purpose: 500,
  note: 500,
  calls: 1_000_000,
  years: 3,
} as const

/** Days before its end on which a department is told that a grant ends. */
export const ENDING_DAYS = [30, 7] as const

/** The number of a subscription: D (数据), yyyyMMdd and four digits that count from 1 each day. */
export function subscriptionNo(day: string, running: number): string {
  return runningNo('D', day, running)
}

/** Working days a provider has: fewer where the resource has its interface already, more where it must be made. */
export function providerDays({ format }: Pick<Resource, 'format'>): number {
  return format === 'interface' ? SUBSCRIPTION_DAYS.connected : SUBSCRIPTION_DAYS.other
}

/** Whether the provider is asked: not for what is shared with everybody, and not for its own data. */
export function needsProvider(
  { sharing, provider }: Pick<Resource, 'sharing' | 'provider'>,
  unit: string,
): boolean {
  return sharing !== 'unconditional' && provider !== unit
}

/** Whether the last day asked for is over: nothing can be granted any more, only refused. */
export function isOver({ validTo }: { validTo: string }, today: string): boolean {
  return validTo < today
}

/** The last day a subscription may end on. */
export function lastDayFrom(day: string): string {
  const [year, ...rest] = day.split('-')
  return [Number(year) + SUBSCRIPTION_LIMITS.years, ...rest].join('-').replace(/-02-29$/, '-02-28')
}
