import { and, asc, count, inArray, lt, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { lookupArchive, lookupLog } from '#db/schema/exchange.ts'

/** How many look-ups stand in the log of the last days. */
export async function hotRows(reader: Reader): Promise<number> {
  const [row] = await reader.select({ rows: count() }).from(lookupLog)
  return row?.rows ?? 0
}

/** The oldest settled look-ups before an id; '' for no limit. */
export async function oldestSettled(reader: Reader, before: string, limit: number): Promise<string[]> {
  const rows = await reader
    .select({ id: lookupLog.id })
    .from(lookupLog)
    .where(and(ne(lookupLog.outcome, 'asked'), before === '' ? undefined : lt(lookupLog.id, before)))
    .orderBy(asc(lookupLog.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Moves look-ups into the archive, in the order of its index. */
export async function moveToArchive(tx: Tx, ids: string[]): Promise<void> {
  await tx
    .insert(lookupArchive)
    .select(
      tx
        .select()
        .from(lookupLog)
        .where(inArray(lookupLog.id, ids))
        .orderBy(asc(lookupLog.subject), asc(lookupLog.id)),
    )
  await tx.delete(lookupLog).where(inArray(lookupLog.id, ids))
}

/** Removes look-ups of the archive before an id, so many at most; answers how many. */
export async function removeArchived(tx: Tx, before: string, limit: number): Promise<number> {
  const old = await tx
    .select({ id: lookupArchive.id })
    .from(lookupArchive)
    .where(lt(lookupArchive.id, before))
    .orderBy(asc(lookupArchive.id))
    .limit(limit)
  if (old.length === 0) return 0
  await tx.delete(lookupArchive).where(
    inArray(
      lookupArchive.id,
      old.map(({ id }) => id),
    ),
  )
  return old.length
}
