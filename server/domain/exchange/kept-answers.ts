import type { LookupOutcome } from '#shared/exchange/outcome.ts'
import type { RegisterRow } from '../../connectors/exchange/connector.ts'
import { KEPT_MS, MOST_KEPT } from './limits.ts'
import type { Ground, LookupRequest, Matter } from './types.ts'

/** What a resource answered, kept for the matter it was asked for; in memory only. */
export interface KeptAnswer {
  outcome: LookupOutcome
  rows: RegisterRow[]
  updatedAt: number | null
  /** When the resource was asked, epoch milliseconds. */
  at: number
}

interface Entry {
  answer: KeptAnswer
  ground: Ground
  /** Epoch milliseconds of the machine. */
  until: number
}

/** In the order of use: the first is the one that nobody used for longest. */
const kept = new Map<string, Entry>()

/** Under which an answer is kept: the same question, for the same matter, on the same ground, for the same fields. */
export function keyOf(
  matter: Matter,
  { resource, params, ground }: LookupRequest,
  asked: readonly string[],
): string {
  const question = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([matter.kind, matter.id, resource, question, ground, [...asked].sort()])
}

export function keep(key: string, ground: Ground, answer: KeptAnswer): void {
  kept.delete(key)
  kept.set(key, { answer, ground, until: Date.now() + KEPT_MS })
  if (kept.size <= MOST_KEPT) return
  const [oldest] = kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
}

export function keptAnswer(key: string): KeptAnswer | undefined {
  const entry = kept.get(key)
  if (!entry) return undefined
  kept.delete(key)
  if (entry.until <= Date.now()) return undefined
  kept.set(key, entry)
  return entry.answer
}

/** Forgets what was answered under a consent. */
export function forgetUnderConsent(id: string): void {
  for (const [key, { ground }] of kept) if (ground.kind === 'consent' && ground.id === id) kept.delete(key)
}
