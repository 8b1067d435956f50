import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { workOrders } from '#db/schema/supervision.ts'

export type OrderRow = typeof workOrders.$inferSelect

const OPEN = sql.raw('answered_at = 0')

export async function insertOrder(tx: Tx, row: OrderRow): Promise<void> {
  await tx.insert(workOrders).values(row)
}

export async function orderById(reader: Reader, id: string): Promise<OrderRow | undefined> {
  const [row] = await reader.select().from(workOrders).where(eq(workOrders.id, id))
  return row
}

/** The orders about a work item that nobody has answered. */
export async function openOrdersOf(reader: Reader, workId: string): Promise<OrderRow[]> {
  return reader
    .select()
    .from(workOrders)
    .where(and(OPEN, eq(workOrders.workId, workId)))
    .orderBy(asc(workOrders.at), asc(workOrders.id))
}

/** The open orders of some units or all, the most urgent first. */
export async function openOrders(
  reader: Reader,
  units: readonly string[] | 'all',
  limit: number,
): Promise<OrderRow[]> {
  return reader
    .select()
    .from(workOrders)
    .where(and(OPEN, units === 'all' ? undefined : inArray(workOrders.unit, [...units])))
    .orderBy(asc(workOrders.dueDay), asc(workOrders.id))
    .limit(limit)
}

/** Keeps the answer to an order, once. */
export async function answerOrderRow(
  tx: Tx,
  id: string,
  given: Pick<OrderRow, 'answer' | 'answeredAt' | 'answeredBy'>,
): Promise<boolean> {
  const answered = await tx
    .update(workOrders)
    .set(given)
    .where(and(OPEN, eq(workOrders.id, id)))
    .returning({ id: workOrders.id })
  return answered.length === 1
}

/** Orders go to the department that has the work now. */
export async function moveOrders(tx: Tx, from: string, to: string): Promise<void> {
  await tx
    .update(workOrders)
    .set({ unit: to })
    .where(and(OPEN, eq(workOrders.unit, from)))
}
