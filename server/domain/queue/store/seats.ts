import { and, eq, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { queueSeats } from '#db/schema/queue.ts'

export type SeatRow = typeof queueSeats.$inferSelect

export async function seatOf(reader: Reader, clerkId: string): Promise<SeatRow | undefined> {
  const [row] = await reader.select().from(queueSeats).where(eq(queueSeats.clerkId, clerkId))
  return row
}

export async function seatAt(reader: Reader, hall: string, counter: string): Promise<SeatRow | undefined> {
  const [row] = await reader
    .select()
    .from(queueSeats)
    .where(and(eq(queueSeats.hall, hall), eq(queueSeats.counter, counter)))
  return row
}

export async function allSeats(reader: Reader): Promise<SeatRow[]> {
  return reader.select().from(queueSeats)
}

/** Takes a counter; false when somebody was quicker. */
export async function insertSeat(tx: Tx, row: SeatRow): Promise<boolean> {
  const added = await tx
    .insert(queueSeats)
    .values(row)
    .onConflictDoNothing()
    .returning({ clerkId: queueSeats.clerkId })
  return added.length === 1
}

export async function deleteSeat(tx: Tx, clerkId: string): Promise<void> {
  await tx.delete(queueSeats).where(eq(queueSeats.clerkId, clerkId))
}

/** Nobody sits at a counter over night. */
export async function deleteSeatsBefore(tx: Tx, at: number): Promise<void> {
  await tx.delete(queueSeats).where(lt(queueSeats.since, at))
}
