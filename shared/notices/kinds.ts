/**
 * Every kind of message to a person. Words stand in `locales/<lang>/notices.json` as `<kind>_title` and `<kind>_text`,
 * with the params named beside each kind. The same list is the type and the table the locale test walks.
 */
export const NOTICE_KINDS = {
  case_sent: ['no', 'name'],
  case_correction: ['no', 'name', 'item'],
  case_accepted: ['no', 'name'],
  case_granted: ['no', 'name', 'item'],
  case_denied: ['no', 'name', 'item'],
  case_refused: ['no', 'name', 'item'],
  case_cancelled: ['no', 'name', 'item'],
  case_procedure: ['no', 'name', 'item'],
  case_publicity: ['no', 'name', 'item'],
  case_inspection: ['no', 'name'],
  case_lapsed: ['no', 'name', 'item'],
  case_ready: ['no', 'name', 'item'],
  case_posted: ['no', 'name', 'item'],
  case_parcel_back: ['no', 'name', 'item'],
  case_suspended: ['no', 'name', 'item'],
  case_extended: ['no', 'name', 'item'],
  case_revoked: ['no', 'name', 'item'],
  case_returned: ['no', 'name', 'item'],
  case_originals: ['no', 'name', 'item'],
  case_silent: ['no', 'name'],
  case_collect: ['no', 'name', 'item'],
  case_closed: ['no', 'name'],
  /** As `case_closed`, for what is solemn: nobody is asked how it went. */
  case_ended: ['no', 'name'],
  contact_changed: [],
  draft_expiring: ['name'],
  draft_begun: ['name', 'department'],
  consent_code: ['name', 'code'],
  counter_code: ['department', 'place', 'code'],
  counter_identified: ['department', 'place'],
  file_infected: [],
  agreement_asked: ['name'],
  agreement_given: ['name'],
  agreement_declined: ['name'],
  appointment_booked: ['no', 'hall', 'when'],
  appointment_reminder: ['no', 'hall', 'when'],
  appointment_absent: ['no', 'hall', 'when'],
  certificate_revoked: ['name'],
  promise_broken: ['no', 'until'],
  ticket_dispatched: ['no', 'department'],
  ticket_declined: ['no', 'department'],
  ticket_replied: ['no', 'department'],
  lookup_answered: ['department'],
  objection_dispatched: ['no', 'field', 'department'],
  objection_corrected: ['no', 'field', 'department'],
  objection_rejected: ['no', 'field', 'department'],
  rectification_contacted: ['name', 'department'],
  rectification_answered: ['name', 'department'],
} as const satisfies Record<string, readonly string[]>

export type NoticeKind = keyof typeof NOTICE_KINDS

/** Params that only the person may read, by kind: sealed at rest. */
export const SECRET_PARAMS: Readonly<Record<string, string | undefined>> = {
  consent_code: 'code',
  counter_code: 'code',
}
