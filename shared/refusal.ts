import type { Problem } from './problem.ts'

/**
 * Every way the product says no, with its HTTP status. Words stand in `locales/<lang>/refusals.json`.
 * Anything thrown that is not a Refusal is a bug and answers 500 with a trace id only.
 */
export const REFUSALS = {
  not_signed_in: 401,
  wrong_credentials: 401,
  too_many_tries: 429,
  too_many_uploads: 429,
  not_allowed: 403,
  foreign_origin: 403,
  not_found: 404,
  invalid_input: 422,
  move_not_possible: 409,
  changed_meanwhile: 409,
  changed_elsewhere: 409,
  not_complete: 409,
  not_eligible: 409,
  agreement_missing: 409,
  already_rated: 409,
  held_by_other: 409,
  not_ready: 409,
  facts_changed: 409,
  consent_withdrawn: 409,
  promise_withheld: 409,
  not_offered: 409,
  own_work: 409,
  file_too_big: 413,
  glyph_missing: 422,
  exchange_down: 503,
  consent_missing: 403,
  not_granted: 403,
  second_person: 409,
  exchange_busy: 429,
  internal: 500,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof REFUSALS

export interface RefusalDetail {
  /** What is wrong, field by field. */
  problems?: Problem[]
  /** The names of the moves that are possible instead. */
  possible?: string[]
  params?: Record<string, string | number>
}

/** The one error type: thrown by the domain, mapped to HTTP and to words in one place. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return REFUSALS[this.code]
  }
}
