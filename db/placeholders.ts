import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * A row whose every value is a placeholder of its column's name, for a prepared insert. Taken for a row: drizzle puts the
 * values in when the query is run.
 */
export function placeholdersFor<T extends SQLiteTable>(table: T): T['$inferInsert'] {
  return Object.fromEntries(
    Object.keys(getTableColumns(table)).map((column) => [column, sql.placeholder(column)]),
  ) as T['$inferInsert']
}
