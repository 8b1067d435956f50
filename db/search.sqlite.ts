import { sql, type SQL } from 'drizzle-orm'

/** Tokens as FTS5 stores them: its own tokeniser only has to split at the spaces. */
export function terms(tokens: readonly string[]): SQL {
  return sql`${tokens.join(' ')}`
}

export function matches(tokens: readonly string[]): SQL {
  return sql`search_index match ${tokens.map((token) => `"${token}"`).join(' OR ')}`
}

/** bm25; lower is better. */
export function bestFirst(_tokens: readonly string[]): SQL {
  return sql`rank`
}
