import { sql } from 'drizzle-orm'
import type { WorkKind } from '../../shared/work/move.ts'
import { choice, day, id, index, int, json, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** An order of somebody who supervises (督办), shown on the work item until it is answered. */
export const workOrders = table(
  'work_orders',
  {
    id: id().primaryKey(),
    workId: id().notNull(),
    unit: text().notNull(),
    kind: choice(['urge', 'revoke'] as const).notNull(),
    reason: sealed<string>().notNull(),
    /** The last day for an answer. */
    dueDay: day().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
    /** 0 until somebody answered. */
    answeredAt: moment().notNull(),
    answeredBy: text().notNull(),
    answer: sealed<string>().notNull(),
  },
  (t) => [
    index('work_orders_work').on(t.workId),
    index('work_orders_open')
      .on(t.unit, t.dueDay)
      .where(sql`answered_at = 0`),
  ],
)

/** A decided item that a person checks afterwards: drawn (抽检), or granted on a promise (事后核查). */
export const spotChecks = table(
  'spot_checks',
  {
    id: id().primaryKey(),
    workId: id().notNull(),
    /** Drawn by chance, or due because it rests on what the applicant promised (告知承诺). */
    kind: choice(['drawn', 'promise'] as const)
      .notNull()
      .default('drawn'),
    /** The last day for the check; empty where there is none. */
    dueDay: text().notNull().default(''),
    unit: text().notNull(),
    /** Whether a rule decided it, or a person. */
    decidedBy: choice(['rule', 'person'] as const).notNull(),
    drawnAt: moment().notNull(),
    /** Who drew it; empty for the product. */
    drawnBy: text().notNull(),
    result: choice(['', 'ok', 'wrong'] as const).notNull(),
    reason: sealed<string>().notNull(),
    checkedBy: text().notNull(),
    /** 0 until it was checked. */
    checkedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('spot_checks_work').on(t.workId, t.kind),
    index('spot_checks_unit').on(t.unit, t.checkedAt, t.id),
  ],
)

/** What became of one item that was to be handed over; `fault` is empty when it was. */
interface HandedOver {
  workId: string
  kind: WorkKind
  no: string
  fault: '' | 'barred' | 'no_right'
}

/** All work of a person given to another at once: what moved, and what did not and why. */
export const handOvers = table(
  'hand_overs',
  {
    id: id().primaryKey(),
    fromId: text().notNull(),
    toId: text().notNull(),
    unit: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
    reason: text().notNull(),
    moved: int().notNull(),
    lines: json<HandedOver[]>().notNull(),
  },
  (t) => [index('hand_overs_at').on(t.at)],
)

/** A promise that was found broken: whoever gave it may promise nothing more until a day (国办发〔2020〕42号). */
export const brokenPromises = table(
  'broken_promises',
  {
    id: id().primaryKey(),
    /** The person, or the enterprise it was promised for. */
    subjectId: id().notNull(),
    workId: id().notNull(),
    reason: sealed<string>().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
    /** The last day on which it counts. */
    untilDay: day().notNull(),
    /** 0 while it counts: somebody may take it back, with reasons. */
    liftedAt: moment().notNull(),
    liftedBy: text().notNull(),
    liftReason: sealed<string>().notNull(),
  },
  (t) => [
    uniqueIndex('broken_promises_work').on(t.workId),
    index('broken_promises_subject').on(t.subjectId, t.untilDay),
  ],
)
