import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { dialect } from './dialect.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

/** So many rows at most go into one prepared statement; a statement is kept for each number of rows. */
const TOGETHER = 16

export interface InsertOptions {
  /** A row whose key is there already is left out, instead of failing. */
  unlessThere?: boolean
}

/**
 * Inserts whole rows, many by one statement: on SQLite by prepared ones, since building a query costs far more than a
 * call; on PostgreSQL all at once, since every statement is a journey. A null in a `sealed` column may be sealed like
 * a value there; it opens as null.
 */
export async function insertRows<T extends SQLiteTable>(
  tx: Tx,
  name: string,
  table: T,
  rows: readonly T['$inferInsert'][],
  { unlessThere = false }: InsertOptions = {},
): Promise<void> {
  if (rows.length === 0) return
  const into = (on: Tx, values: T['$inferInsert'][]) => {
    const query = on.insert(table).values(values)
    return unlessThere ? query.onConflictDoNothing() : query
  }
  if (dialect === 'postgres') {
    await into(tx, [...rows])
    return
  }
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const some = rows.slice(from, from + TOGETHER)
    // A column that none of them fills is left to its default: nothing is sealed in vain.
    const columns = Object.keys(getTableColumns(table)).filter((column) =>
      some.some((row) => filled(row, column)),
    )
    const query = prepared(tx, `${name}.insert ${some.length} ${columns.join()}`, (on) =>
      into(
        on,
        some.map((_, i) => placeholders<T>(columns, i)),
      ).prepare(),
    )
    await query.execute(parameters(columns, some))
  }
}

function filled(row: Readonly<Record<string, unknown>>, column: string): boolean {
  return row[column] !== null && row[column] !== undefined
}

/** A placeholder for each column. Taken for a row: drizzle puts the values in when the query is run. */
function placeholders<T extends SQLiteTable>(columns: string[], row: number): T['$inferInsert'] {
  return Object.fromEntries(
    columns.map((column) => [column, sql.placeholder(column + row)]),
  ) as T['$inferInsert']
}

function parameters(columns: string[], rows: readonly Record<string, unknown>[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  rows.forEach((row, i) => {
    for (const column of columns) values[column + i] = row[column] ?? null
  })
  return values
}
