import { inArray } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { searchDocuments } from '#db/schema/search.ts'

export type SearchDocument = typeof searchDocuments.$inferSelect

const CHUNK = 500

export async function insertDocuments(tx: Tx, rows: readonly SearchDocument[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK)
    await insertRows(tx, 'search_documents', searchDocuments, rows.slice(i, i + CHUNK))
}

export async function removeDocuments(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += CHUNK)
    await tx.delete(searchDocuments).where(inArray(searchDocuments.id, ids.slice(i, i + CHUNK)))
}

export async function documentsWith(reader: Reader, ids: string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return []
  return reader.select().from(searchDocuments).where(inArray(searchDocuments.id, ids))
}
