import { and, asc, eq, gt, lte } from 'drizzle-orm'
import type { Reader } from '#db'
import { lookupLog } from '#db/schema/exchange.ts'
import type { LogRow } from './log.ts'

/** Look-ups between two ids that were never settled, in order. */
export async function openRowsBetween(
  reader: Reader,
  after: string,
  upTo: string,
  limit: number,
): Promise<LogRow[]> {
  return reader
    .select()
    .from(lookupLog)
    .where(and(gt(lookupLog.id, after), lte(lookupLog.id, upTo), eq(lookupLog.outcome, 'asked')))
    .orderBy(asc(lookupLog.id))
    .limit(limit)
}
