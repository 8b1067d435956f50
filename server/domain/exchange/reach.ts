import { randomUUID } from 'node:crypto'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { maintenanceUntil } from '#shared/exchange/maintenance.ts'
import { log } from '../../utils/log.ts'
import { ExchangeError } from '../../connectors/exchange/connector.ts'
import { letsThrough, noteEnd, takeLeave } from './breaker.ts'
import type { Way } from './connectors.ts'
import { holdBack, isHeldBack } from './held-back.ts'
import { RETRY_LEAST_MS } from './limits.ts'
import { enter } from './queue.ts'

/** What is known of a call before it is made. */
export interface Reaching<T> {
  resource: string
  /** Whose turns these are: the matter's id. */
  matter: string
  way: Way | undefined
  /** Milliseconds for everything: waiting for a turn, the call, the retry. */
  deadlineMs: number
  /** The moment of asking, epoch milliseconds, for maintenance. */
  at: number
  /** How often it may be put; only what changes nothing may be put twice. */
  tries: 1 | 2
  call: (way: Way, requestId: string, signal: AbortSignal) => Promise<T>
}

/** What came of it. `made` is false when the resource was not called at all: that says nothing of how well it does. */
export type Reached<T> = { answer: T; fault: ''; made: true } | Failed

interface Failed {
  answer: undefined
  fault: ExchangeFault
  made: boolean
}

/** Another try may help with these. */
const PASSING: readonly ExchangeFault[] = ['timeout', 'unreachable', 'provider-failed', 'exchange-failed']

/** Calls a resource within what it bears and within its deadline. Never throws: what went wrong is told. */
export async function reach<T>(reaching: Reaching<T>): Promise<Reached<T>> {
  const { resource, matter, way, deadlineMs, at } = reaching
  if (!way) return notMade('not-configured')
  if (maintenanceUntil(way.route.maintenance ?? [], at) !== null) return notMade('maintenance')
  if (isHeldBack(resource)) return notMade('limited')
  if (!letsThrough(resource)) return notMade('breaker-open')
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), deadlineMs)
  try {
    const leave = await enter(resource, matter, way.route, deadline.signal)
    if (!leave) return notMade('busy')
    try {
      return await tried(reaching, way, deadline.signal)
    } finally {
      leave()
    }
  } finally {
    clearTimeout(timer)
  }
}

async function tried<T>(reaching: Reaching<T>, way: Way, signal: AbortSignal): Promise<Reached<T>> {
  const { resource, tries, deadlineMs, call } = reaching
  const started = performance.now()
  if (!takeLeave(resource)) return notMade('breaker-open')
  const first = await once(resource, call, way, signal)
  const left = deadlineMs - (performance.now() - started)
  const mayRetry = tries > 1 && first.fault !== '' && PASSING.includes(first.fault) && !isHeldBack(resource)
  if (!mayRetry || signal.aborted || left < RETRY_LEAST_MS || !takeLeave(resource)) return first
  return once(resource, call, way, signal)
}

async function once<T>(
  resource: string,
  call: Reaching<T>['call'],
  way: Way,
  signal: AbortSignal,
): Promise<Reached<T>> {
  const reached = await answerOrFault(resource, () => call(way, randomUUID(), signal), signal)
  noteEnd(resource, reached.fault)
  return reached
}

/** Ends with the deadline also when a connector does not let go. */
async function answerOrFault<T>(
  resource: string,
  call: () => Promise<T>,
  signal: AbortSignal,
): Promise<Reached<T>> {
  let giveUp: (() => void) | undefined
  const over = new Promise<never>((_, reject) => {
    giveUp = () => reject(new ExchangeError('timeout', 'the deadline is over'))
    signal.addEventListener('abort', giveUp, { once: true })
  })
  try {
    return { answer: await Promise.race([call(), over]), fault: '', made: true }
  } catch (error) {
    if (signal.aborted) return failed('timeout')
    if (!(error instanceof ExchangeError)) {
      tellForeign(resource, error)
      return failed('exchange-failed')
    }
    if (error.retryAfterMs !== undefined) holdBack(resource, error.retryAfterMs)
    return failed(error.fault)
  } finally {
    if (giveUp) signal.removeEventListener('abort', giveUp)
  }
}

/** A bug of ours, most likely. Its message may hold what a register said, so that only its kind and its place are told. */
function tellForeign(resource: string, error: unknown): void {
  const [name, place] =
    error instanceof Error
      ? [error.name, error.stack?.match(/^ +at .*$/mu)?.[0].trim()]
      : [typeof error, undefined]
  log.warn('a connector failed in a way that has no name', { resource, error: name, place })
}

function failed(fault: ExchangeFault): Failed {
  return { answer: undefined, fault, made: true }
}

function notMade(fault: ExchangeFault): Failed {
  return { answer: undefined, fault, made: false }
}
