import { createHash } from 'node:crypto'
import { text, table } from './columns.ts'
import { dialect } from './dialect.ts'
import type { Reader, Tx } from './engine.ts'
import * as postgres from './search.postgres.ts'
import * as sqlite from './search.sqlite.ts'

/** A document as the full-text index knows it: its id and its tokens (shared/search/tokens.ts). */
export interface IndexedDocument {
  id: string
  /** Offered by one division only: found when every word fits. */
  local: boolean
  tokens: readonly string[]
}

const spelling = dialect === 'postgres' ? postgres : sqlite

/** Made by a migration of each engine: an FTS5 table, or a table with a tsvector. Neither is a table of the schema. */
const searchIndex = table('search_index', { id: text(), terms: text() })

const CHUNK = 500

/** Tokens of ours beside those of the text: whose it is, and the document itself, so that it can be found again. */
function marksOf({ id, local }: Pick<IndexedDocument, 'id' | 'local'>): string[] {
  return [local ? 'zzlocal' : 'zzcity', markOf(id)]
}

function markOf(id: string): string {
  return `zz${createHash('sha256').update(id).digest('hex').slice(0, 20)}`
}

/** Adds documents that are not in the index. */
export async function putIntoIndex(tx: Tx, documents: readonly IndexedDocument[]): Promise<void> {
  for (let i = 0; i < documents.length; i += CHUNK)
    await tx.insert(searchIndex).values(
      documents.slice(i, i + CHUNK).map((document) => ({
        id: document.id,
        terms: spelling.terms([...document.tokens, ...marksOf(document)]),
      })),
    )
}

/** Takes documents out of the index, as far as they are in it. */
export async function removeFromIndex(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += CHUNK)
    await tx.delete(searchIndex).where(spelling.areOf(ids.slice(i, i + CHUNK), markOf))
}

/** Documents of the whole city with any of the tokens, those with most of the rare ones first. */
export async function searchIds(reader: Reader, tokens: readonly string[], limit: number): Promise<string[]> {
  return found(reader, tokens, { join: 'any', mark: 'zzcity' }, limit)
}

/** Documents of single divisions with every token. */
export async function searchLocalIds(
  reader: Reader,
  tokens: readonly string[],
  limit: number,
): Promise<string[]> {
  return found(reader, tokens, { join: 'all', mark: 'zzlocal' }, limit)
}

async function found(
  reader: Reader,
  tokens: readonly string[],
  among: sqlite.Among,
  limit: number,
): Promise<string[]> {
  if (tokens.length === 0) return []
  const rows = await reader
    .select({ id: searchIndex.id })
    .from(searchIndex)
    .where(spelling.matches(tokens, among))
    .orderBy(spelling.bestFirst(tokens))
    .limit(limit)
  return rows.flatMap(({ id }) => id ?? [])
}
