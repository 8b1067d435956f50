import { sql } from 'drizzle-orm'
import type { WorkKind } from '../../shared/work/move.ts'
import { choice, day, id, index, int, json, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** A thing in somebody's hands that moves through a table of moves under a clock. */
export const workItems = table(
  'work_items',
  {
    id: id().primaryKey(),
    kind: text().$type<WorkKind>().notNull(),
    state: text().notNull(),
    /** The department that has it. */
    unit: text().notNull(),
    /** What it belongs to: a case's id, a ticket's, a rating's. */
    parentId: id().notNull(),
    /** The number people know it by. */
    no: text().notNull(),
    /** What it is about: the code of a service item, a ticket's category. */
    topic: text().notNull(),
    /** Who it is about, for lists. */
    label: sealed<string>().notNull(),
    /** The person who may act on it as the one it belongs to. */
    ownerId: id().notNull(),
    /** Who made which move last, for separation of duty. */
    doers: json<Record<string, string>>().notNull(),
    openedAt: moment().notNull(),
    /** The last day of the clock that runs; far in the future when none does. */
    dueDay: day().notNull(),
    clock: choice(['none', 'running', 'paused', 'stopped'] as const).notNull(),
    clockName: text().notNull(),
    /** Working days given, and those used up before the last start. */
    clockDays: int().notNull(),
    clockUsed: int().notNull(),
    /** The day the clock was last started from. */
    clockFrom: day().notNull(),
    /** 0 while open. */
    closedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    index('work_items_inbox')
      .on(t.unit, t.dueDay, t.id)
      .where(sql`closed_at = 0`),
    index('work_items_parent').on(t.parentId),
    index('work_items_due')
      .on(t.dueDay)
      .where(sql`closed_at = 0`),
  ],
)

/** What happened to a work item, in order. `note` is what was written to the person it belongs to. */
export const workEvents = table(
  'work_events',
  {
    id: id().primaryKey(),
    workId: id().notNull(),
    seq: int().notNull(),
    move: text().notNull(),
    fromState: text().notNull(),
    toState: text().notNull(),
    actorKind: text().notNull(),
    actorId: text().notNull(),
    at: moment().notNull(),
    note: sealed<string | null>(),
    data: json<Record<string, unknown>>().notNull(),
  },
  (t) => [uniqueIndex('work_events_seq').on(t.workId, t.seq)],
)
