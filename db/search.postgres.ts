import { sql, type SQL } from 'drizzle-orm'
import type { Among } from './search.sqlite.ts'

/** Tokens as lexemes, taken as they are: PostgreSQL's own parser does not split Chinese. */
export function terms(tokens: readonly string[]): SQL {
  return sql`${quoted(tokens).join(' ')}::tsvector`
}

export function matches(tokens: readonly string[], { join, mark }: Among): SQL {
  const joined = quoted(tokens).join(join === 'any' ? ' | ' : ' & ')
  return sql`terms @@ ${`(${joined}) & ${quoted([mark]).join('')}`}::tsquery`
}

/** These documents: the id is the table's key here. */
export function areOf(ids: readonly string[], _markOf: (id: string) => string): SQL {
  return sql`id in ${[...ids]}`
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
