import { and, count, desc, eq, inArray, lt, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { files, uploads } from '#db/schema/files.ts'

export type StoredFile = typeof files.$inferSelect
export type Upload = typeof uploads.$inferSelect

export async function insertFileRow(tx: Tx, row: StoredFile): Promise<void> {
  await tx.insert(files).values(row)
}

export async function fileRow(reader: Reader, id: string): Promise<StoredFile | undefined> {
  const [row] = await reader.select().from(files).where(eq(files.id, id))
  return row
}

export async function fileRows(reader: Reader, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return []
  return reader
    .select()
    .from(files)
    .where(inArray(files.id, [...ids]))
}

/** What somebody handed in for some purposes, the newest first. */
export async function fileRowsOfOwner(
  reader: Reader,
  ownerId: string,
  purposes: readonly string[],
  limit: number,
): Promise<StoredFile[]> {
  if (purposes.length === 0) return []
  return reader
    .select()
    .from(files)
    .where(and(eq(files.ownerId, ownerId), inArray(files.purpose, [...purposes]), ne(files.scan, 'infected')))
    .orderBy(desc(files.createdAt), desc(files.id))
    .limit(limit)
}

export async function deleteFileRows(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const gone = await tx
    .delete(files)
    .where(inArray(files.id, [...ids]))
    .returning({ id: files.id })
  return gone.map(({ id }) => id)
}

/** Writes what the scanner said of a file that waited for it; false when it did not wait. */
export async function updateScan(tx: Tx, id: string, scan: StoredFile['scan']): Promise<boolean> {
  const changed = await tx
    .update(files)
    .set({ scan })
    .where(and(eq(files.id, id), eq(files.scan, 'pending')))
    .returning({ id: files.id })
  return changed.length === 1
}

export async function insertUpload(tx: Tx, row: Upload): Promise<void> {
  await tx.insert(uploads).values(row).onConflictDoNothing()
}

/** How many uploads of somebody are under way. */
export async function countUploads(reader: Reader, ownerId: string): Promise<number> {
  const [row] = await reader.select({ n: count() }).from(uploads).where(eq(uploads.ownerId, ownerId))
  return row?.n ?? 0
}

/** An upload, found only through the person it belongs to. */
export async function uploadRow(reader: Reader, id: string, ownerId: string): Promise<Upload | undefined> {
  const [row] = await reader
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.ownerId, ownerId)))
  return row
}

/** Counts a piece that arrived, if it is the next one. */
export async function updateReceived(tx: Tx, upload: Upload, received: number): Promise<boolean> {
  const changed = await tx
    .update(uploads)
    .set({ received })
    .where(and(eq(uploads.id, upload.id), eq(uploads.received, upload.received)))
    .returning({ id: uploads.id })
  return changed.length === 1
}

export async function deleteUpload(tx: Tx, id: string): Promise<void> {
  await tx.delete(uploads).where(eq(uploads.id, id))
}

export async function deleteUploadsBefore(tx: Tx, before: number): Promise<string[]> {
  const gone = await tx.delete(uploads).where(lt(uploads.createdAt, before)).returning({ id: uploads.id })
  return gone.map(({ id }) => id)
}
