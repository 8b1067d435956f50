import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
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
 * call; on PostgreSQL all at once, since every statement is a journey.
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
    // A column that none of them fills is left to its default.
    const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
      some.some((row) => filled(row, key)),
    )
    const query = prepared(tx, `${name}.insert ${some.length} ${columns.map(([key]) => key).join()}`, (on) =>
      into(
        on,
        some.map((_, i) => placeholders<T>(columns, i)),
      ).prepare(),
    )
    await query.execute(parameters(columns, some))
  }
}

type Columns = readonly (readonly [string, SQLiteColumn])[]

function filled(row: Readonly<Record<string, unknown>>, key: string): boolean {
  return row[key] !== null && row[key] !== undefined
}

/** A placeholder for each column. Taken for a row: drizzle puts the values in when the query is run. */
function placeholders<T extends SQLiteTable>(columns: Columns, row: number): T['$inferInsert'] {
  return Object.fromEntries(
    columns.map(([key]) => [key, sql`${sql.placeholder(key + row)}`]),
  ) as T['$inferInsert']
}

/** The values as the engine stores them. What the rows have in common is made once: sealing costs most of an insert. */
function parameters(columns: Columns, rows: readonly Record<string, unknown>[]): Record<string, unknown> {
  const stored: Record<string, unknown> = {}
  for (const [key, column] of columns) {
    rows.forEach((row, i) => {
      const value = row[key] ?? null
      const before = i > 0 && value === (rows[i - 1]?.[key] ?? null)
      stored[key + i] = before
        ? stored[key + (i - 1)]
        : value === null
          ? null
          : column.mapToDriverValue(value)
    })
  }
  return stored
}
