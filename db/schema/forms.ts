import type { StoredContent } from '../../shared/forms/draft.ts'
import { sql } from 'drizzle-orm'
import type { FactValue } from '../../shared/rules/condition.ts'
import type { Problem } from '../../shared/problem.ts'
import { choice, id, index, int, json, moment, sealed, table, text } from '../columns.ts'
import { packedKnowns } from '../packing.ts'

/** The server's truth of a form being filled in: everything typed, valid or not. */
export const drafts = table(
  'drafts',
  {
    id: id().primaryKey(),
    /** The person it is for. */
    personId: id().notNull(),
    /** Who fills it in for them, `person:<id>` or `staff:<id>`; empty when they do it themselves. */
    agent: text().notNull().default(''),
    /** The enterprise it is for; empty for a person's own matters. */
    organisationId: text().notNull().default(''),
    lifeEvent: text().notNull(),
    bundleId: id().notNull(),
    content: sealed<StoredContent>().notNull(),
    state: choice(['open', 'sent'] as const).notNull(),
    caseNo: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    // Nothing that changes with every page saved stands in an index.
    index('drafts_person').on(t.personId, t.state),
    index('drafts_agent')
      .on(t.agent, t.state)
      .where(sql`agent <> ''`),
    index('drafts_age').on(t.state, t.createdAt),
  ],
)

/** What is known for a draft. It rarely changes, is larger than what is typed, and would be rewritten with each save. */
export const draftKnowns = table('draft_knowns', {
  draft: id().primaryKey(),
  knowns: sealed(packedKnowns).notNull(),
})

/** What a person gave before and may use again: only elements that are made for it (`reusable`). */
export const rememberedFacts = table('remembered_facts', {
  personId: id().primaryKey(),
  facts: sealed<Record<string, { value: FactValue; at: number; caseNo: string }>>().notNull(),
  updatedAt: moment().notNull(),
})

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

/** Codes sent to people for whom staff fill in: who tells it has them agree. The code itself is not kept. */
export const consentCodes = table(
  'consent_codes',
  {
    id: id().primaryKey(),
    draft: id().notNull(),
    personId: id().notNull(),
    /** Version of the words it agrees to, and to no others. */
    textVersion: text().notNull(),
    /** Keyed hash of id and code. */
    hash: text().notNull(),
    tries: int().notNull(),
    at: moment().notNull(),
    /** 0 until somebody agreed with it. */
    usedAt: moment().notNull(),
  },
  (t) => [index('consent_codes_draft').on(t.draft), index('consent_codes_person').on(t.personId, t.at)],
)
