import { and, asc, count, desc, eq, gte, inArray, min, ne, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { noticeDeliveries, notices } from '#db/schema/notices.ts'
import type { Channel } from '#shared/notices/delivery.ts'

export type DeliveryRow = typeof noticeDeliveries.$inferSelect
type NoticeRow = typeof notices.$inferSelect

export async function insertDelivery(tx: Tx, row: DeliveryRow): Promise<void> {
  await tx.insert(noticeDeliveries).values(row)
}

/** A delivery with the notice it carries. */
export async function deliveryOf(
  reader: Reader,
  id: string,
): Promise<{ row: DeliveryRow; notice: NoticeRow } | undefined> {
  const [found] = await reader
    .select({ row: noticeDeliveries, notice: notices })
    .from(noticeDeliveries)
    .innerJoin(notices, eq(notices.id, noticeDeliveries.noticeId))
    .where(eq(noticeDeliveries.id, id))
  return found
}

/** Changes a delivery if nobody else did meanwhile. */
export async function changeDelivery(
  tx: Tx,
  row: DeliveryRow,
  change: Partial<DeliveryRow>,
): Promise<boolean> {
  const changed = await tx
    .update(noticeDeliveries)
    .set(change)
    .where(
      and(
        eq(noticeDeliveries.id, row.id),
        eq(noticeDeliveries.state, row.state),
        eq(noticeDeliveries.attempts, row.attempts),
      ),
    )
    .returning({ id: noticeDeliveries.id })
  return changed.length === 1
}

/** How many messages of a day somebody gets by a channel, without those that the limit kept back. */
export async function countOfDay(
  reader: Reader,
  of: { personId: string; channel: Channel; day: string },
): Promise<number> {
  const [row] = await reader
    .select({ count: count() })
    .from(noticeDeliveries)
    .where(
      and(
        eq(noticeDeliveries.personId, of.personId),
        eq(noticeDeliveries.day, of.day),
        eq(noticeDeliveries.channel, of.channel),
        ne(noticeDeliveries.reason, 'limit'),
      ),
    )
  return row?.count ?? 0
}

/** The deliveries of some notices. */
export async function deliveriesOf(reader: Reader, noticeIds: readonly string[]): Promise<DeliveryRow[]> {
  if (noticeIds.length === 0) return []
  return reader
    .select()
    .from(noticeDeliveries)
    .where(inArray(noticeDeliveries.noticeId, [...noticeIds]))
}

/** What a channel took and of which nothing was heard since, the oldest first. */
export async function sentSince(
  reader: Reader,
  channel: Channel,
  since: number,
  limit: number,
): Promise<DeliveryRow[]> {
  return reader
    .select()
    .from(noticeDeliveries)
    .where(
      and(
        eq(noticeDeliveries.channel, channel),
        eq(noticeDeliveries.state, 'sent'),
        gte(noticeDeliveries.changedAt, since),
      ),
    )
    .orderBy(asc(noticeDeliveries.changedAt))
    .limit(limit)
}

/** How many deliveries of a channel are in a state since a moment, and since when the oldest is. */
export async function countInState(
  reader: Reader,
  channel: Channel,
  states: DeliveryRow['state'][],
  since: number,
): Promise<{ count: number; oldest: number | null }> {
  const [row] = await reader
    .select({ count: count(), oldest: min(noticeDeliveries.at) })
    .from(noticeDeliveries)
    .where(
      and(
        eq(noticeDeliveries.channel, channel),
        inArray(noticeDeliveries.state, states),
        gte(noticeDeliveries.changedAt, since),
      ),
    )
  return { count: row?.count ?? 0, oldest: row?.oldest ?? null }
}

/** What went wrong or waits for another try, the latest change first. */
export async function troubled(
  reader: Reader,
  channel: Channel,
  since: number,
  limit: number,
): Promise<{ row: DeliveryRow; params: NoticeRow['params'] }[]> {
  return reader
    .select({ row: noticeDeliveries, params: notices.params })
    .from(noticeDeliveries)
    .innerJoin(notices, eq(notices.id, noticeDeliveries.noticeId))
    .where(
      and(
        eq(noticeDeliveries.channel, channel),
        gte(noticeDeliveries.changedAt, since),
        or(
          inArray(noticeDeliveries.state, ['failed', 'given_up']),
          and(inArray(noticeDeliveries.state, ['waiting', 'sending']), ne(noticeDeliveries.reason, '')),
        ),
      ),
    )
    .orderBy(desc(noticeDeliveries.changedAt), desc(noticeDeliveries.id))
    .limit(limit)
}
