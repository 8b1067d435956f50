import type Database from 'better-sqlite3'
import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { dialect } from './dialect.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

/** So many rows at most go into one prepared statement; a statement is kept for each number of rows. */
const TOGETHER = 16

export interface InsertOptions {
  /** A row whose key is there already is left out, instead of failing. */
  unlessThere?: boolean
  /** What becomes of a row whose key is there already; of the rows given, no two may have the same. */
  orElse?: { target: SQLiteColumn[]; set: Record<string, SQL> }
}

/**
 * Inserts whole rows, many by one statement: on SQLite by prepared ones, since building a query costs far more than a
 * call; on PostgreSQL all at once, since every statement is a journey.
 * @param name unique for the table and the options within the product
 */
export async function insertRows<T extends SQLiteTable>(
  tx: Tx,
  name: string,
  table: T,
  rows: readonly T['$inferInsert'][],
  { unlessThere = false, orElse }: InsertOptions = {},
): Promise<void> {
  if (rows.length === 0) return
  const into = (on: Tx, values: T['$inferInsert'][]) => {
    const query = on.insert(table).values(values)
    if (orElse) return query.onConflictDoUpdate(orElse)
    return unlessThere ? query.onConflictDoNothing() : query
  }
  if (dialect === 'postgres') {
    await into(tx, [...rows])
    return
  }
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const some = rows.slice(from, from + TOGETHER)
    // A column that none of them fills is left to its default.
    const all = columnsOf(table)
    const used = all.map(([key]) => some.some((row) => filled(row, key)))
    const columns = used.includes(false) ? all.filter((_, i) => used[i]) : all
    const build = (on: Tx) =>
      into(
        on,
        some.map(() => placeholders<T>(columns)),
      ).toSQL().sql
    const shape = columns === all ? '' : used.map(Number).join('')
    prepared(tx, `${name}.insert ${some.length} ${shape}`, (on) => statementOf(on, build(on))).run(
      valuesOf(columns, some),
    )
  }
}

const columnsOfTables = new WeakMap<SQLiteTable, Columns>()

function columnsOf(table: SQLiteTable): Columns {
  let columns = columnsOfTables.get(table)
  if (!columns) columnsOfTables.set(table, (columns = Object.entries(getTableColumns(table))))
  return columns
}

/** Passing hundreds of values through drizzle costs as much as inserting them: they go to the engine as they are. */
function statementOf(tx: Tx, text: string): Database.Statement<unknown[]> {
  if (!('$client' in tx)) throw new Error('this transaction is not one of SQLite')
  const client = tx.$client as Database.Database
  return client.prepare(text)
}

type Columns = readonly (readonly [string, SQLiteColumn])[]

function filled(row: Readonly<Record<string, unknown>>, key: string): boolean {
  return row[key] !== null && row[key] !== undefined
}

/** A placeholder for each column. Taken for a row, of which only the columns matter. */
function placeholders<T extends SQLiteTable>(columns: Columns): T['$inferInsert'] {
  return Object.fromEntries(columns.map(([key]) => [key, sql`${sql.placeholder(key)}`])) as T['$inferInsert']
}

/**
 * The values as the engine stores them, row by row in the order of the columns. What the rows have in common is made
 * once: sealing costs most of an insert.
 */
function valuesOf(columns: Columns, rows: readonly Readonly<Record<string, unknown>>[]): unknown[] {
  const stored: unknown[] = []
  let before: Readonly<Record<string, unknown>> | undefined
  for (const row of rows) {
    for (const [key, column] of columns) {
      const value = row[key] ?? null
      if (value === null) stored.push(null)
      else if (value === before?.[key]) stored.push(stored.at(-columns.length))
      else stored.push(column.mapToDriverValue(value))
    }
    before = row
  }
  return stored
}
