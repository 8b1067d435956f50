import { text, table } from './columns.ts'
import { dialect } from './dialect.ts'
import type { Reader, Tx } from './engine.ts'
import * as postgres from './search.postgres.ts'
import * as sqlite from './search.sqlite.ts'

/** A document as the full-text index knows it: its id and its tokens (shared/search/tokens.ts). */
export interface IndexedDocument {
  id: string
  tokens: readonly string[]
}

const spelling = dialect === 'postgres' ? postgres : sqlite

/** Made by a migration of each engine: an FTS5 table, or a table with a tsvector. Neither is a table of the schema. */
const searchIndex = table('search_index', { id: text(), terms: text() })

/** Puts these documents in place of everything in the index. */
export async function replaceIndex(tx: Tx, documents: readonly IndexedDocument[]): Promise<void> {
  await tx.delete(searchIndex)
  for (let i = 0; i < documents.length; i += 500) {
    const chunk = documents.slice(i, i + 500)
    await tx
      .insert(searchIndex)
      .values(chunk.map(({ id, tokens }) => ({ id, terms: spelling.terms(tokens) })))
  }
}

/** The ids of documents with any of the tokens, those with most of the rare ones first. */
export async function searchIds(reader: Reader, tokens: readonly string[], limit: number): Promise<string[]> {
  if (tokens.length === 0) return []
  const rows = await reader
    .select({ id: searchIndex.id })
    .from(searchIndex)
    .where(spelling.matches(tokens))
    .orderBy(spelling.bestFirst(tokens))
    .limit(limit)
  return rows.flatMap(({ id }) => id ?? [])
}
