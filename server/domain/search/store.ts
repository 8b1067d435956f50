import { inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { searchDocuments } from '#db/schema/search.ts'

export type SearchDocument = typeof searchDocuments.$inferSelect

export async function replaceDocuments(tx: Tx, rows: SearchDocument[]): Promise<void> {
  await tx.delete(searchDocuments)
  for (let i = 0; i < rows.length; i += 500) await tx.insert(searchDocuments).values(rows.slice(i, i + 500))
}

export async function documentsWith(reader: Reader, ids: string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return []
  return reader.select().from(searchDocuments).where(inArray(searchDocuments.id, ids))
}
