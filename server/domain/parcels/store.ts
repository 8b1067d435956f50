import { and, desc, eq, gt, lte } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { parcels } from '#db/schema/parcels.ts'

export type ParcelRow = typeof parcels.$inferSelect

/** Adds a parcel unless its number is known; says whether it did. */
export async function insertParcel(tx: Tx, row: ParcelRow): Promise<boolean> {
  const added = await tx.insert(parcels).values(row).onConflictDoNothing().returning({ id: parcels.id })
  return added.length === 1
}

/** The last parcel of a case item. */
export async function lastParcel(reader: Reader, workId: string): Promise<ParcelRow | undefined> {
  const [row] = await reader
    .select()
    .from(parcels)
    .where(eq(parcels.workId, workId))
    .orderBy(desc(parcels.postedAt), desc(parcels.id))
    .limit(1)
  return row
}

/** Parcels about which the carrier is to be asked by now. */
export async function parcelsToAsk(reader: Reader, at: number, limit: number): Promise<ParcelRow[]> {
  return reader
    .select()
    .from(parcels)
    .where(and(gt(parcels.askAt, 0), lte(parcels.askAt, at)))
    .orderBy(parcels.askAt)
    .limit(limit)
}

/** Changes a parcel if nobody else did meanwhile. */
export async function updateParcel(tx: Tx, row: ParcelRow, change: Partial<ParcelRow>): Promise<boolean> {
  const changed = await tx
    .update(parcels)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(parcels.id, row.id), eq(parcels.version, row.version)))
    .returning({ id: parcels.id })
  return changed.length === 1
}
