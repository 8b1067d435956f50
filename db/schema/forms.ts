import type { DraftContent } from '../../shared/forms/draft.ts'
import type { Problem } from '../../shared/problem.ts'
import { choice, id, index, int, json, moment, sealed, table, text } from '../columns.ts'

/** The server's truth of a form being filled in: everything typed, valid or not. */
export const drafts = table(
  'drafts',
  {
    id: id().primaryKey(),
    personId: id().notNull(),
    lifeEvent: text().notNull(),
    bundleId: id().notNull(),
    content: sealed<DraftContent>().notNull(),
    state: choice(['open', 'sent'] as const).notNull(),
    caseNo: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [index('drafts_person').on(t.personId, t.state, t.updatedAt)],
)

/** A posted form that could not be taken, kept so that nothing typed is lost. Found by the token in a cookie. */
export const keptForms = table(
  'kept_forms',
  {
    id: id().primaryKey(),
    action: text().notNull(),
    values: sealed<Record<string, string | string[]>>().notNull(),
    problems: json<Problem[]>().notNull(),
    refusal: text().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('kept_forms_expiry').on(t.expiresAt)],
)

/** Answers already given to requests that carried an idempotency key. */
export const answeredRequests = table(
  'answered_requests',
  {
    id: id().primaryKey(),
    action: text().notNull(),
    answer: sealed<unknown>().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('answered_requests_at').on(t.at)],
)
