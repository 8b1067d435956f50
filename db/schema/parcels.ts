import { choice, id, index, int, moment, sealed, table, text, uniqueIndex } from '../columns.ts'
import type { ParcelStep } from '../../shared/parcels/parcel.ts'

/** A result on its way by post. */
export const parcels = table(
  'parcels',
  {
    id: id().primaryKey(),
    /** The case item whose result it is. */
    workId: id().notNull(),
    carrier: text().notNull(),
    no: text().notNull(),
    state: choice(['posted', 'moving', 'arrived', 'returned'] as const).notNull(),
    stateAt: moment().notNull(),
    /** What was told of its way, the oldest first. */
    steps: sealed<ParcelStep[]>().notNull(),
    /** When the carrier is asked next; 0 when it is not asked any more. */
    askAt: moment().notNull(),
    /** How often in a row the carrier did not answer. */
    failures: int().notNull(),
    postedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    index('parcels_work').on(t.workId, t.postedAt),
    uniqueIndex('parcels_no').on(t.carrier, t.no),
    index('parcels_ask').on(t.askAt),
  ],
)
