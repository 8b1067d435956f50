import { sql } from 'drizzle-orm'
import type { WorkKind } from '../../shared/work/move.ts'
import {
  bool,
  choice,
  day,
  id,
  index,
  int,
  json,
  moment,
  number,
  primaryKey,
  sealed,
  table,
  text,
  uniqueIndex,
} from '../columns.ts'

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
    /** The member of staff who has it on their desk; empty while nobody does. */
    assignee: text().notNull().default(''),
    /** Of items that are worked on together, the one that stands for them in the inbox. */
    leads: bool().notNull().default(true),
    openedAt: moment().notNull(),
    /** The last day of the clock that runs, and the time on it; far in the future when none does. */
    dueDay: day().notNull(),
    dueTime: text().notNull().default(''),
    /** The last day that the law allows. */
    legalDay: day().notNull().default('9999-12-31'),
    clock: choice(['none', 'running', 'paused', 'stopped'] as const).notNull(),
    clockName: text().notNull(),
    /** Working days given, those the law allows (0: no limit), and those used up before the last start. */
    clockDays: number().notNull(),
    legalDays: number().notNull().default(0),
    clockUsed: int().notNull(),
    /** The day the clock was last started from. */
    clockFrom: day().notNull(),
    /** How near the end has been told: yellow before it, red after it. */
    signal: choice(['', 'yellow', 'red'] as const)
      .notNull()
      .default(''),
    /** 0 while open. */
    closedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    // The inbox, of one's units and of all, by state and due day; what a page leaves out is left out without a look at
    // the row.
    index('work_items_unit')
      .on(t.unit, t.kind, t.state, t.dueDay, t.id, t.leads, t.assignee)
      .where(sql`closed_at = 0`),
    index('work_items_state')
      .on(t.kind, t.state, t.dueDay, t.id, t.leads, t.assignee)
      .where(sql`closed_at = 0`),
    // What somebody has on their desk, and how much everybody has.
    index('work_items_assignee')
      .on(t.assignee, t.dueDay, t.id, t.unit, t.kind, t.state, t.leads)
      .where(sql`closed_at = 0 and assignee <> ''`),
    index('work_items_parent').on(t.parentId),
    // Earlier work for the same person on the same thing.
    index('work_items_owner').on(t.ownerId, t.topic),
    // What has not been told yet of the end of its clock.
    index('work_items_due')
      .on(t.signal, t.dueDay, t.dueTime)
      .where(sql`closed_at = 0 and clock = 'running'`),
  ],
)

/**
 * How many lines of the inbox stand where, kept with every move so that nothing has to be counted (a bucket for each
 * unit, kind, state and due day).
 */
export const workCounts = table(
  'work_counts',
  {
    kind: text().$type<WorkKind>().notNull(),
    state: text().notNull(),
    unit: text().notNull(),
    dueDay: day().notNull(),
    count: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.state, t.unit, t.dueDay] })],
)

/** How often moves were made that figures tell of, by day, and whether by the due day; kept with every such move. */
export const workTallies = table(
  'work_tallies',
  {
    kind: text().$type<WorkKind>().notNull(),
    move: text().notNull(),
    day: day().notNull(),
    inTime: bool().notNull(),
    count: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.move, t.day, t.inTime] })],
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

/** A time in which somebody's work is another's (替岗), and the posts it is for. */
export const absences = table(
  'absences',
  {
    id: id().primaryKey(),
    staffId: id().notNull(),
    standInId: id().notNull(),
    fromDay: day().notNull(),
    /** The last day. */
    toDay: day().notNull(),
    reason: text().notNull(),
    /** Who entered it. */
    by: text().notNull(),
    /** 0 while it holds. */
    endedAt: moment().notNull().default(0),
  },
  (t) => [
    index('absences_stand_in').on(t.standInId, t.toDay),
    index('absences_staff').on(t.staffId, t.toDay),
  ],
)
