import { sql } from 'drizzle-orm'
import { id, index, int, json, moment, table, text, uniqueIndex } from '../columns.ts'

/** What must follow, written in the transaction of the change it follows from. */
export const jobs = table(
  'jobs',
  {
    id: id().primaryKey(),
    kind: text().notNull(),
    /** Names what the job is about, so that writing it twice is harmless. */
    key: text().notNull(),
    payload: json<Record<string, unknown>>().notNull(),
    runAt: moment().notNull(),
    attempts: int().notNull(),
    /** 0 while waiting; until then another runner may not take it. */
    lockedUntil: moment().notNull(),
    /** 0 while to do. */
    doneAt: moment().notNull(),
    error: text(),
  },
  (t) => [
    uniqueIndex('jobs_key').on(t.kind, t.key),
    index('jobs_due')
      .on(t.runAt, t.id)
      .where(sql`done_at = 0`),
  ],
)
