import { choice, id, index, int, json, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** A rating of a closed case; level 1 and 2 open a rectification, a work item with the rating's id. */
export const ratings = table(
  'ratings',
  {
    id: id().primaryKey(),
    /** The closed case; of a visit to a counter, the visit. */
    caseId: id().notNull(),
    /** The number by which its rater finds it: the case's, or the visit's own. */
    caseNo: text().notNull(),
    lifeEvent: text().notNull(),
    unit: text().notNull(),
    /** Empty for somebody at a counter whom nobody identified. */
    raterId: id().notNull(),
    /** What is rated: a case that is closed, or a visit to a counter (一事一评, 一次一评). */
    about: choice(['case', 'visit'] as const)
      .notNull()
      .default('case'),
    /** Where it was given, and at a counter by whom one was served. */
    channel: choice(['online', 'counter'] as const)
      .notNull()
      .default('online'),
    clerkId: id().notNull().default(''),
    level: int().notNull(),
    tags: json<string[]>().notNull(),
    text: sealed<string>().notNull(),
    ratedAt: moment().notNull(),
    answer: sealed<string | null>(),
    answeredAt: moment(),
  },
  (t) => [uniqueIndex('ratings_case').on(t.caseId), index('ratings_event').on(t.lifeEvent, t.level)],
)
