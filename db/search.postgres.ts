import { sql, type SQL } from 'drizzle-orm'

/** Tokens as lexemes, taken as they are: PostgreSQL's own parser does not split Chinese. */
export function terms(tokens: readonly string[]): SQL {
  return sql`${quoted(tokens).join(' ')}::tsvector`
}

export function matches(tokens: readonly string[]): SQL {
  return sql`terms @@ ${query(tokens)}::tsquery`
}

export function bestFirst(tokens: readonly string[]): SQL {
  return sql`ts_rank(terms, ${query(tokens)}::tsquery) desc`
}

function query(tokens: readonly string[]): string {
  return quoted(tokens).join(' | ')
}

function quoted(tokens: readonly string[]): string[] {
  return tokens.map((token) => `'${token}'`)
}
