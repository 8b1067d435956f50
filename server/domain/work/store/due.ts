import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db'
import { workItems } from '#db/schema/work.ts'
import type { Moment } from '#shared/work/clock.ts'

export type Signal = 'yellow' | 'red'

/** Ends before a moment, or by the end of a day. */
export type Reached = { before: Moment } | { until: string }

export interface Marked {
  id: string
  kind: string
  parentId: string
  clockName: string
}

/**
 * Marks some of the running clocks that reached their end, along the index of what was not told yet: its conditions
 * are written out and not bound, only so can the engines use it.
 */
export async function setSignal(
  tx: Tx,
  { from, to, when, limit }: { from: '' | Signal; to: Signal; when: Reached; limit: number },
): Promise<Marked[]> {
  const { dueDay, dueTime } = workItems
  const reached =
    'until' in when
      ? sql`${dueDay} <= ${when.until}`
      : sql`(${dueDay}, ${dueTime}) < (${when.before.day}, ${when.before.time})`
  const found = sql`(select id from (select ${workItems.id} from ${workItems} where ${and(
    sql.raw(`closed_at = 0 and clock = 'running'`),
    eq(workItems.signal, from),
    reached,
  )} order by ${dueDay}, ${dueTime} limit ${limit}) waiting)`
  return tx
    .update(workItems)
    .set({ signal: to })
    .where(and(sql`${workItems.id} in ${found}`, eq(workItems.signal, from)))
    .returning({
      id: workItems.id,
      kind: workItems.kind,
      parentId: workItems.parentId,
      clockName: workItems.clockName,
    })
}
