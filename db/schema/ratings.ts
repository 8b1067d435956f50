import { id, index, int, json, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** A rating of a closed case; level 1 and 2 open a rectification, a work item with the rating's id. */
export const ratings = table(
  'ratings',
  {
    id: id().primaryKey(),
    caseId: id().notNull(),
    caseNo: text().notNull(),
    lifeEvent: text().notNull(),
    unit: text().notNull(),
    raterId: id().notNull(),
    level: int().notNull(),
    tags: json<string[]>().notNull(),
    text: sealed<string>().notNull(),
    ratedAt: moment().notNull(),
    answer: sealed<string | null>(),
    answeredAt: moment(),
  },
  (t) => [uniqueIndex('ratings_case').on(t.caseId), index('ratings_event').on(t.lifeEvent, t.level)],
)
