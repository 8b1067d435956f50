import { sql, type SQL } from 'drizzle-orm'

/** Documents with any or all of the tokens, among those with a mark. */
export interface Among {
  join: 'any' | 'all'
  mark: string
}

/** Tokens as FTS5 stores them: its own tokeniser only has to split at the spaces. */
export function terms(tokens: readonly string[]): SQL {
  return sql`${tokens.join(' ')}`
}

export function matches(tokens: readonly string[], { join, mark }: Among): SQL {
  const joined = tokens.map(quoted).join(join === 'any' ? ' OR ' : ' AND ')
  return sql`search_index match ${`(${joined}) AND ${quoted(mark)}`}`
}

/** These documents: only the text of FTS5 has an index, so they are found by a mark in it. */
export function areOf(ids: readonly string[], markOf: (id: string) => string): SQL {
  const marks = ids.map((id) => quoted(markOf(id))).join(' OR ')
  return sql`rowid in (select rowid from search_index where search_index match ${marks})`
}

/** bm25; lower is better. */
export function bestFirst(_tokens: readonly string[]): SQL {
  return sql`rank`
}

function quoted(token: string): string {
  return `"${token}"`
}
