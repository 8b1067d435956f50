import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db'
import { queueLines } from '#db/schema/queue.ts'
import { NO_RUNS, type InRow } from '#shared/queue/next.ts'

/** Locks the line of a hall until the transaction ends, so that calls follow one another; answers its runs. */
export async function lockLine(tx: Tx, hall: string): Promise<InRow> {
  const [row] = await tx
    .insert(queueLines)
    .values({ hall, ...NO_RUNS, version: 1 })
    .onConflictDoUpdate({ target: queueLines.hall, set: { version: sql`${queueLines.version} + 1` } })
    .returning()
  return row ?? NO_RUNS
}

export async function keepRuns(tx: Tx, hall: string, inRow: InRow): Promise<void> {
  const { appointments, appointmentPriority, walkInPriority } = inRow
  await tx
    .update(queueLines)
    .set({ appointments, appointmentPriority, walkInPriority })
    .where(eq(queueLines.hall, hall))
}
