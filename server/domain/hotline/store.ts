import { and, desc, eq, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { tickets } from '#db/schema/hotline.ts'

export type TicketRow = typeof tickets.$inferSelect

export async function insertTicket(tx: Tx, row: TicketRow): Promise<void> {
  await tx.insert(tickets).values(row)
}

export async function ticketByNo(reader: Reader, no: string): Promise<TicketRow | undefined> {
  const [row] = await reader.select().from(tickets).where(eq(tickets.no, no))
  return row
}

export async function ticketById(reader: Reader, id: string): Promise<TicketRow | undefined> {
  const [row] = await reader.select().from(tickets).where(eq(tickets.id, id))
  return row
}

/** A caller's tickets, newest first; numbers sort by time. */
export async function ticketsOfCaller(
  reader: Reader,
  callerId: string,
  before: string | undefined,
  limit: number,
): Promise<TicketRow[]> {
  return reader
    .select()
    .from(tickets)
    .where(and(eq(tickets.callerId, callerId), before ? lt(tickets.no, before) : undefined))
    .orderBy(desc(tickets.no))
    .limit(limit)
}

/** Sets what came later: the reply, the answers of a call-back. */
export async function updateTicket(
  tx: Tx,
  id: string,
  change: Partial<Pick<TicketRow, 'reply' | 'repliedAt' | 'callBack'>>,
): Promise<void> {
  await tx.update(tickets).set(change).where(eq(tickets.id, id))
}
