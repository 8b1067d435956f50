import { getTableColumns, sql, type Table } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { dialect } from './dialect.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'

/**
 * Inserts whole rows. On SQLite one after the other by a prepared statement, since a call costs nothing and building
 * a query a lot; on PostgreSQL in one statement, since every statement is a journey. A null in a `sealed`
 * column is sealed like a value there, and opens as null.
 */
export async function insertRows<T extends SQLiteTable>(
  tx: Tx,
  name: string,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  if (rows.length === 0) return
  if (dialect === 'postgres') {
    await tx.insert(table).values([...rows])
    return
  }
  const nothing = nulls(table)
  const query = prepared(tx, `${name}.insert`, (on) => on.insert(table).values(placeholders(table)).prepare())
  for (const row of rows) await query.execute({ ...nothing, ...row })
}

/** A placeholder for each column. Taken for a row: drizzle puts the values in when the query is run. */
function placeholders<T extends SQLiteTable>(table: T): T['$inferInsert'] {
  return Object.fromEntries(
    columnsOf(table).map((column) => [column, sql.placeholder(column)]),
  ) as T['$inferInsert']
}

function nulls(table: Table): Record<string, null> {
  return Object.fromEntries(columnsOf(table).map((column) => [column, null]))
}

function columnsOf(table: Table): string[] {
  return Object.keys(getTableColumns(table))
}
