import type { Chosen } from '#shared/exchange/only.ts'
import type { ExchangeFault, LookupOutcome } from '#shared/exchange/outcome.ts'
import type { Subject } from '#shared/exchange/subject.ts'
import type { RegisterRow } from '../../connectors/exchange/connector.ts'

/**
 * Why a register may be asked. `law`: the words of the rule, for what others than the applicant are asked about; from a
 * draft with the exchange's word that they stand in a relation to the applicant, see `vouch.ts`.
 */
export type Ground =
  | { kind: 'consent'; id: string }
  | { kind: 'law'; words: string; voucher?: string }
  | { kind: 'emergency'; id: string }

/** What look-ups are made for. Nobody is looked up outside one. */
export interface Matter {
  kind: 'draft' | 'case' | 'match' | 'desk'
  id: string
  /** The number people know it by; empty when it has none. */
  no: string
  /** Codes of its service items; the grants of their departments say which fields may be asked. */
  items: readonly string[]
  /** Whom it is about, for questions that name nobody, such as one about a building. */
  subject?: Subject
  /** Of a draft: numbers of the applicant and of the enterprise they act for, as their account proves them. */
  own?: readonly string[]
}

/** One question to one resource. */
export interface LookupRequest {
  /** The caller's own name of the question, which comes back with the answer. */
  key: string
  /** Code of the resource. */
  resource: string
  params: Readonly<Record<string, string>>
  /** Fields that are needed. */
  wants: readonly string[]
  /** By what rows are chosen; the fields are among those that are needed. */
  chosen?: Chosen
  ground: Ground
  /** Not from what was kept of an earlier answer. */
  fresh?: boolean
}

export interface LookupAnswer {
  key: string
  resource: string
  /** Id of its row in the log of look-ups. */
  lookupId: string
  outcome: LookupOutcome
  /** What was wrong when it is `unavailable` or `refused`; empty otherwise. */
  fault: ExchangeFault | ''
  /** Granted fields only. */
  rows: RegisterRow[]
  /** Of the numbers in the rows: the word by which a draft may ask about them. */
  vouchers: Record<string, string>
  /** When it was asked, epoch milliseconds; for a kept answer, when that was asked. */
  at: number
  /** When the provider last changed it, as it says itself; null when it does not. */
  updatedAt: number | null
  /** Whether it was answered from what was kept of an earlier call. */
  cached: boolean
}

/** How long a caller waits, and what happens with what comes later. */
export interface LookupOptions {
  /** Milliseconds for all questions together, retries included. */
  budgetMs?: number
  /** Takes an answer that came after the budget. Its own errors are its own. */
  late?: (answer: LookupAnswer) => Promise<void>
}

/** Something that is told to a register after a decision. */
export interface Telling {
  resource: string
  params: Readonly<Record<string, string>>
  /** The same id twice is one act. */
  requestId: string
  /** Code of the service item that was decided. */
  item: string
  /** The rule's words. */
  law: string
}
