import type { LookupOutcome } from '../exchange/outcome.ts'
import type { RawValue } from '../elements/value-type.ts'
import type { Problem } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Provenance } from '../rules/judge.ts'

/** A value the city already knew, with where it came from. */
export interface Known {
  value: FactValue
  source: Provenance
  /** The person may not change it. */
  locked: boolean
  /**
   * Numbers of people and organisations in it, each with the exchange's word that a register or a certificate named
   * them for this draft: only with it they may be asked about, see `shared/forms/proof.ts`.
   */
  vouchers?: Record<string, string>
  /** Of a locked value of a register: proof that it is what came, see `server/domain/forms/mark-known.ts`. */
  mark?: string
}

/** Rows of which the person has to say which one is meant: which child, which house. */
export interface Choice {
  rows: Record<string, FactValue>[]
  /** Of the numbers in them, as `Known.vouchers`. */
  vouchers?: Record<string, string>
  /** When they came, epoch milliseconds. */
  at: number
}

/** A registered value that cannot be used: wrong in form, out of range or in no code list. */
export interface UnusableValue {
  resource: string
  field: string
  value: FactValue
  /** When it came, epoch milliseconds. */
  at: number
}

/** A file handed in for a material. */
export interface GivenFile {
  fileId: string
  name: string
  bytes: number
  mime?: string
  /** Of a PDF; a picture is one. */
  pages?: number
  /** Fingerprint of the content as it was handed in, before it was turned: by it the same file is noticed. */
  origin?: string
}

/** Something as it was typed. */
export type Answer = Exclude<RawValue, undefined>

/** What a draft holds. Answers are kept as typed, valid or not; they are judged when shown and when sent. */
export interface DraftContent {
  /** Replaced one by one, never changed in place: what was worked out of them is recognised by the value. */
  answers: Record<string, Answer>
  /** Replaced as a whole when anything in it changes. */
  knowns: Readonly<Record<string, Known>>
  files: Record<string, GivenFile[]>
  /** Steps that were saved without a problem. */
  saved: string[]
  consentId: string | null
  /** What was given and is not needed since the last answer changed; kept, should it be needed again. */
  unneeded?: string[]
  /** How each look-up ended, by resource and place in the plan; shown when one failed. */
  lookups: Record<string, LookupOutcome>
  /** Of look-ups with several matches, by the same key, until one is picked. */
  choices?: Record<string, Choice>
  /** Look-ups with several matches of which the person said which one is meant, by the same key. */
  picked?: string[]
  /** Registered values that cannot be used, by element. */
  unusable?: Record<string, UnusableValue>
  /** Elements whose registered value was reported wrong and is being verified, with the objection's number. */
  disputed?: Record<string, string>
  /** Certificate types of which the wallet held a valid one when the look-ups were agreed to. */
  certificates?: string[]
  /** A promise of theirs was broken: they hand in what they would promise. */
  promiseHeld?: boolean
  /**
   * Why what was looked up was taken out, while they have not decided again: they took their consent back, or a
   * value was not what its source said.
   */
  takenOut?: 'withdrawn' | 'changed'
  /** Files that could not be taken at the last post, told beside their material. */
  rejected: Problem[]
}

/** A draft's content as it is stored: what is known rarely changes and stands in a table of its own. */
export type StoredContent = Omit<DraftContent, 'knowns'> & {
  /** Only in drafts that were saved last before that table was there. */
  knowns?: DraftContent['knowns']
}

export function emptyDraft(): DraftContent {
  return { answers: {}, knowns: {}, files: {}, saved: [], consentId: null, lookups: {}, rejected: [] }
}
