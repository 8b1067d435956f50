import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db'
import { dayOfColumn } from '#db/day-of.ts'
import { workEvents, workItems } from '#db/schema/work.ts'
import type { Share } from '#shared/insight/figures.ts'

/** Case items that were granted or denied, and those of them by their due day. */
export async function decidedInTime(reader: Reader): Promise<Share> {
  const inTime = sql`${dayOfColumn(workItems.closedAt)} <= ${workItems.dueDay}`
  const [row] = await reader
    .select({ whole: count(), part: countWhere(inTime) })
    .from(workItems)
    .where(and(eq(workItems.kind, 'caseItem'), inArray(workItems.state, ['granted', 'denied'])))
  return row ?? { part: 0, whole: 0 }
}

/** Call-backs of hotline tickets: `close` when solved, `rework` when not. */
export async function solvedTickets(reader: Reader): Promise<Share> {
  const [row] = await reader
    .select({ whole: count(), part: countWhere(eq(workEvents.move, 'close')) })
    .from(workEvents)
    .innerJoin(workItems, eq(workItems.id, workEvents.workId))
    .where(and(eq(workItems.kind, 'ticket'), inArray(workEvents.move, ['close', 'rework'])))
  return row ?? { part: 0, whole: 0 }
}

/** PostgreSQL counts in bigint, which arrives as text. */
function countWhere(condition: ReturnType<typeof eq>) {
  return sql<number>`count(*) filter (where ${condition})`.mapWith(Number)
}
