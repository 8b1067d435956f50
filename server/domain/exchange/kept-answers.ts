import type { LookupOutcome } from '#shared/exchange/outcome.ts'
import type { RegisterRow } from '../../connectors/exchange/connector.ts'
import { KEPT_MS, MOST_KEPT, MOST_KEPT_CHARS } from './limits.ts'
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
  /** By the process's own time (`performance.now()`), which nobody sets back. */
  until: number
  /** How large it is, as JSON, with its question. */
  chars: number
}

/** In the order of use: the first is the one that nobody used for longest. */
const kept = new Map<string, Entry>()

/** How large all of them are together. */
let chars = 0

/** Under which an answer is kept: the same question, for the same matter, on the same ground, for the same fields and rows. */
export function keyOf(
  matter: Matter,
  { resource, params, ground, chosen = {} }: LookupRequest,
  asked: readonly string[],
): string {
  const question = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([matter.kind, matter.id, resource, question, ground, [...asked].sort(), chosen])
}

export function keep(key: string, ground: Ground, answer: KeptAnswer): void {
  forget(key)
  const size = key.length + JSON.stringify(answer.rows).length
  kept.set(key, { answer, ground, until: performance.now() + KEPT_MS, chars: size })
  chars += size
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT && chars <= MOST_KEPT_CHARS) return
    forget(oldest)
  }
}

export function keptAnswer(key: string): KeptAnswer | undefined {
  const entry = kept.get(key)
  if (!entry) return undefined
  if (entry.until <= performance.now()) {
    forget(key)
    return undefined
  }
  kept.delete(key)
  kept.set(key, entry)
  return entry.answer
}

function forget(key: string): void {
  chars -= kept.get(key)?.chars ?? 0
  kept.delete(key)
}

/** Forgets what was answered under a consent. */
export function forgetUnderConsent(id: string): void {
  for (const [key, { ground }] of kept) if (ground.kind === 'consent' && ground.id === id) forget(key)
}
