import * as v from 'valibot'
import { answers, get } from './contract.ts'

/** A line of the audit trail as the auditor reads it: ids and codes, no personal data. */
export interface AuditLine {
  id: string
  at: number
  actorKind: string
  actorId: string
  verb: string
  subject: string
  detail: string
}

export const audit = {
  /** The newest lines; `before` is the id of the last line of the page before. */
  list: get(
    '/api/desk/audit',
    v.object({ before: v.optional(v.pipe(v.string(), v.maxLength(64))) }),
    answers<{ lines: AuditLine[]; next: string | null }>(),
  ),
}
