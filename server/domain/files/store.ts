import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { files } from '#db/schema/files.ts'

export type StoredFile = typeof files.$inferSelect

export async function insertFileRow(tx: Tx, row: StoredFile): Promise<void> {
  await tx.insert(files).values(row)
}

export async function fileRow(reader: Reader, id: string): Promise<StoredFile | undefined> {
  const [row] = await reader.select().from(files).where(eq(files.id, id))
  return row
}
