import { choice, id, index, int, json, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** Somebody says that a register's value is wrong (数据异议), domain.md §11.6. Its moves are a work item's. */
export const objections = table(
  'objections',
  {
    id: id().primaryKey(),
    workId: id().notNull(),
    no: text().notNull(),
    personId: id().notNull(),
    /** The enterprise it is about; empty for a person's own facts. */
    organisationId: text().notNull(),
    /** The look-up it was noticed in; empty when noticed elsewhere. */
    lookupId: text().notNull(),
    /** Whom the fact is about, as in the log of look-ups. */
    subject: text().notNull(),
    resource: text().notNull(),
    field: text().notNull(),
    element: text().notNull(),
    was: sealed<string>().notNull(),
    should: sealed<string>().notNull(),
    why: sealed<string>().notNull(),
    evidence: json<string[]>().notNull(),
    /** The draft or the case it was noticed in; empty when in none. */
    matterId: text().notNull(),
    outcome: choice(['open', 'corrected', 'rejected'] as const).notNull(),
    answer: sealed<string | null>(),
    createdAt: moment().notNull(),
    decidedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    index('objections_person').on(t.personId),
    index('objections_organisation').on(t.organisationId),
    index('objections_resource').on(t.resource),
  ],
)

/** Somebody asks why a look-up was made. */
export const lookupQuestions = table(
  'lookup_questions',
  {
    id: id().primaryKey(),
    workId: id().notNull(),
    no: text().notNull(),
    lookupId: id().notNull(),
    personId: id().notNull(),
    question: sealed<string>().notNull(),
    answer: sealed<string | null>(),
    createdAt: moment().notNull(),
    answeredAt: moment().notNull(),
  },
  (t) => [uniqueIndex('lookup_questions_once').on(t.lookupId, t.personId)],
)

/** A look-up that could not wait for a case: asked for by one, let pass by another. */
export const emergencies = table(
  'emergencies',
  {
    id: id().primaryKey(),
    unit: text().notNull(),
    askedBy: id().notNull(),
    resource: text().notNull(),
    /** Whom it is about, sealed; and as in the log of look-ups. */
    params: sealed<Record<string, string>>().notNull(),
    subject: text().notNull(),
    reason: sealed<string>().notNull(),
    askedAt: moment().notNull(),
    /** Empty until a second person decided. */
    confirmedBy: text().notNull(),
    state: choice(['asked', 'confirmed', 'refused', 'used'] as const).notNull(),
    decidedAt: moment().notNull(),
    /** Until when it may be decided; once let pass, made; once made, its answer be read by whoever asked. */
    expiresAt: moment().notNull(),
    /** What came, as it is shown, for the few minutes it may be read; null before and after. */
    answer: sealed<{ label: string; value: string }[][] | null>(),
    version: int().notNull(),
  },
  (t) => [index('emergencies_state').on(t.state, t.askedAt)],
)
