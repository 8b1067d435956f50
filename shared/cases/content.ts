import type { GivenFile, Known } from '../forms/draft.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Provenance } from '../rules/judge.ts'

/** A fact of a case, and what the exchange said where the person said otherwise. */
export interface CaseFact {
  value: FactValue
  source: Provenance
  differs?: Known
}

/** Everything that was sent, and what decisions added. */
export interface CaseContent {
  facts: Record<string, CaseFact>
  files: Record<string, GivenFile[]>
  /** The application as it was read before sending, one line per fact; never changed. */
  consentId: string | null
  /** Elements that a correction asks for; empty when none is open. */
  correcting: string[]
}
