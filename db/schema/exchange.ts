import { choice, id, index, int, json, moment, sealed, table, text } from '../columns.ts'

/** What a person agreed to: which look-ups, for what, as it was shown to them. */
export const consents = table(
  'consents',
  {
    id: id().primaryKey(),
    personId: id().notNull(),
    purpose: text().notNull(),
    resources: json<string[]>().notNull(),
    shown: sealed<string>().notNull(),
    givenAt: moment().notNull(),
    /** 0 while it stands. */
    revokedAt: moment().notNull(),
  },
  (t) => [index('consents_person').on(t.personId)],
)

/** Every call to a resource: who asked, about whom, for what, on which ground, what came back (fields, no values). */
export const lookups = table(
  'lookups',
  {
    id: id().primaryKey(),
    resource: text().notNull(),
    subjectId: id().notNull(),
    subjectKind: choice(['person', 'organisation'] as const).notNull(),
    actorKind: text().notNull(),
    actorId: text().notNull(),
    purpose: text().notNull(),
    groundKind: choice(['consent', 'law'] as const).notNull(),
    ground: text().notNull(),
    fields: json<string[]>().notNull(),
    outcome: text().notNull(),
    ms: int().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('lookups_subject').on(t.subjectId, t.at)],
)
