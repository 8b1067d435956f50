import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { queueWaits } from '#db/schema/queue.ts'
import { WAIT_WINDOW_MS, waitClassOf, waitSlotOf } from '#shared/queue/waits.ts'

/** Counts one wait that ended now. @param waited milliseconds */
export async function countWait(
  tx: Tx,
  hall: string,
  business: string,
  waited: number,
  at: number,
): Promise<void> {
  await tx
    .insert(queueWaits)
    .values({ hall, business, slot: waitSlotOf(at), wait: waitClassOf(waited), count: 1 })
    .onConflictDoUpdate({
      target: [queueWaits.hall, queueWaits.slot, queueWaits.business, queueWaits.wait],
      set: { count: sql`${queueWaits.count} + 1` },
    })
}

/** How many waited how long in the last hour: business → class → people. */
export async function waitsOf(
  reader: Reader,
  hall: string,
  at: number,
): Promise<Map<string, Map<number, number>>> {
  const rows = await reader
    .select()
    .from(queueWaits)
    .where(and(eq(queueWaits.hall, hall), gte(queueWaits.slot, waitSlotOf(at - WAIT_WINDOW_MS))))
  const all = new Map<string, Map<number, number>>()
  for (const { business, wait, count } of rows) {
    const counts = all.get(business) ?? new Map<number, number>()
    counts.set(wait, (counts.get(wait) ?? 0) + count)
    all.set(business, counts)
  }
  return all
}

export async function deleteWaitsBefore(tx: Tx, at: number): Promise<void> {
  await tx.delete(queueWaits).where(lt(queueWaits.slot, at))
}
