import type { Problem } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Provenance } from '../rules/judge.ts'

/** A value the city already knew, with where it came from. */
export interface Known {
  value: FactValue
  source: Provenance
  /** The person may not change it. */
  locked: boolean
}

/** A file handed in for a material. */
export interface GivenFile {
  fileId: string
  name: string
  bytes: number
}

/** What a draft holds. Answers are kept as typed, valid or not; they are judged when shown and when sent. */
export interface DraftContent {
  answers: Record<string, string | string[]>
  knowns: Record<string, Known>
  files: Record<string, GivenFile[]>
  /** Steps that were saved without a problem. */
  saved: string[]
  consentId: string | null
  /** How each look-up ended, by resource and place in the plan; shown when one failed. */
  lookups: Record<string, LookupOutcome>
  /** Certificate types of which the wallet held a valid one when the look-ups were agreed to. */
  certificates?: string[]
  /** Files that could not be taken at the last post, told beside their material. */
  rejected: Problem[]
}

export type LookupOutcome = 'found' | 'not-found' | 'several' | 'unavailable' | 'refused'

export function emptyDraft(): DraftContent {
  return { answers: {}, knowns: {}, files: {}, saved: [], consentId: null, lookups: {}, rejected: [] }
}
