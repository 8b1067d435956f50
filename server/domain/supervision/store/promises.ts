import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { brokenPromises } from '#db/schema/supervision.ts'
import { workItems } from '#db/schema/work.ts'

export type BrokenRow = typeof brokenPromises.$inferSelect

/** Notes a broken promise; one of an item that is noted already stays. Says whether it is new. */
export async function insertBroken(tx: Tx, row: BrokenRow): Promise<boolean> {
  const added = await tx
    .insert(brokenPromises)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: brokenPromises.id })
  return added.length === 1
}

/** Whether a broken promise counts against somebody on a day. */
export async function isWithheld(reader: Reader, subjectId: string, day: string): Promise<boolean> {
  const found = await reader
    .select({ id: brokenPromises.id })
    .from(brokenPromises)
    .where(
      and(
        eq(brokenPromises.subjectId, subjectId),
        gte(brokenPromises.untilDay, day),
        eq(brokenPromises.liftedAt, 0),
      ),
    )
    .limit(1)
  return found.length > 0
}

/** The broken promises that count on a day, of what some units decided, the latest first. */
export async function countingBroken(
  reader: Reader,
  units: readonly string[] | 'all',
  day: string,
  limit: number,
): Promise<BrokenRow[]> {
  const rows = await reader
    .select({ broken: brokenPromises })
    .from(brokenPromises)
    .innerJoin(workItems, eq(workItems.id, brokenPromises.workId))
    .where(
      and(
        gte(brokenPromises.untilDay, day),
        eq(brokenPromises.liftedAt, 0),
        units === 'all' ? undefined : inArray(workItems.unit, [...units]),
      ),
    )
    .orderBy(desc(brokenPromises.id))
    .limit(limit)
  return rows.map(({ broken }) => broken)
}

export async function brokenById(reader: Reader, id: string): Promise<BrokenRow | undefined> {
  const [row] = await reader.select().from(brokenPromises).where(eq(brokenPromises.id, id))
  return row
}

/** Takes a mark back; says whether it still counted. */
export async function liftBroken(
  tx: Tx,
  id: string,
  given: Pick<BrokenRow, 'liftedAt' | 'liftedBy' | 'liftReason'>,
): Promise<boolean> {
  const lifted = await tx
    .update(brokenPromises)
    .set(given)
    .where(and(eq(brokenPromises.id, id), eq(brokenPromises.liftedAt, 0)))
    .returning({ id: brokenPromises.id })
  return lifted.length === 1
}
