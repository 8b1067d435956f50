import type { ExchangeFault } from '#shared/exchange/outcome.ts'

/** Half of at least so many calls within the window: then nobody asks for a while, domain.md §11.5. */
const LEAST_CALLS = 20
const SHARE = 0.5
const WINDOW_MS = 60_000
const OPEN_MS = 60_000

/** The provider is well and says no, or is not to be asked now: nothing that a breaker is for. */
const NOT_ITS_FAULT: readonly ExchangeFault[] = ['maintenance', 'limited', 'not-granted', 'provider-refused']

export type BreakerState = 'closed' | 'open' | 'trial'

/** By the process's own time (`performance.now()`): the time of day may be set back, and it would stay open. */
interface Breaker {
  /** Seconds to calls and failures within them. */
  seconds: Map<number, { calls: number; failed: number }>
  /** Until when nobody asks, milliseconds; 0 while it is closed. */
  openUntil: number
  /** One call finds out whether the resource is back. */
  trying: boolean
}

const breakers = new Map<string, Breaker>()

function breakerOf(resource: string): Breaker {
  let breaker = breakers.get(resource)
  if (!breaker) breakers.set(resource, (breaker = { seconds: new Map(), openUntil: 0, trying: false }))
  return breaker
}

/** Whether a call would be let through now. */
export function letsThrough(resource: string, at = performance.now()): boolean {
  const breaker = breakers.get(resource)
  return !breaker || breaker.openUntil === 0 || (breaker.openUntil <= at && !breaker.trying)
}

/** Takes leave for a call; when the resource was left alone long enough, one caller tries it. */
export function takeLeave(resource: string, at = performance.now()): boolean {
  if (!letsThrough(resource, at)) return false
  const breaker = breakerOf(resource)
  if (breaker.openUntil > 0) breaker.trying = true
  return true
}

/** Says how a call ended, by its fault; empty when it was answered. */
export function noteEnd(resource: string, fault: ExchangeFault | '', at = performance.now()): void {
  const breaker = breakerOf(resource)
  const failed = fault !== '' && !NOT_ITS_FAULT.includes(fault)
  if (breaker.openUntil > 0) {
    // Calls that were under way when it opened say nothing new.
    if (!breaker.trying) return
    breaker.trying = false
    breaker.openUntil = failed ? at + OPEN_MS : 0
    breaker.seconds.clear()
    return
  }
  count(breaker, failed, at)
  if (failed && isTooMuch(breaker)) breaker.openUntil = at + OPEN_MS
}

function count({ seconds }: Breaker, failed: boolean, at: number): void {
  const second = Math.floor(at / 1000)
  const now = seconds.get(second)
  if (now) {
    now.calls += 1
    now.failed += failed ? 1 : 0
    return
  }
  seconds.set(second, { calls: 1, failed: failed ? 1 : 0 })
  for (const old of seconds.keys()) if (old <= second - WINDOW_MS / 1000) seconds.delete(old)
}

function isTooMuch({ seconds }: Breaker): boolean {
  let calls = 0
  let bad = 0
  for (const { calls: some, failed } of seconds.values()) {
    calls += some
    bad += failed
  }
  return calls >= LEAST_CALLS && bad >= calls * SHARE
}

/** The breakers of this process that are not closed, by resource: for the board. */
export function breakerStates(at = performance.now()): Map<string, BreakerState> {
  const open = [...breakers].filter(([, { openUntil }]) => openUntil > 0)
  return new Map(open.map(([resource, { openUntil }]) => [resource, openUntil > at ? 'open' : 'trial']))
}

/** Forgets every breaker: a new process. */
export function closeBreakers(): void {
  breakers.clear()
}
