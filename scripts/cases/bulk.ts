import { getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { dialect } from '#db'
import { bulkIntoPostgres } from './bulk.postgres.ts'
import { bulkIntoSqlite } from './bulk.sqlite.ts'

/** A row to be stored; values of sealed columns may be given sealed. */
export type Stored<T extends SQLiteTable> = {
  [Key in keyof T['$inferSelect']]: T['$inferSelect'][Key] | Buffer
}

/** Takes millions of rows into empty tables. Nothing else may use the database meanwhile. */
export interface Bulk {
  /** Adds a row; what it answers must be awaited, if anything. */
  into<T extends SQLiteTable>(table: T): (row: Stored<T>) => Promise<void> | undefined
  /** Writes what is left and makes the indexes. */
  finish(): Promise<void>
}

/** A table as its engine names it, and the values of a row as its engine stores them, in the order of its columns. */
export interface Target {
  name: string
  columns: string[]
  valuesOf(row: Readonly<Record<string, unknown>>): unknown[]
}

/** How an engine takes rows. */
export interface Sink {
  open(target: Target): (values: unknown[]) => Promise<void> | undefined
  finish(): Promise<void>
}

/** @param tables everything that rows go into: their indexes are made at the end */
export async function openBulk(url: string, tables: readonly SQLiteTable[]): Promise<Bulk> {
  const names = tables.map((table) => getTableName(table))
  const sink = dialect === 'postgres' ? await bulkIntoPostgres(url, names) : bulkIntoSqlite(url, names)
  return {
    into(table) {
      const target = targetOf(table)
      const add = sink.open(target)
      return (row) => add(target.valuesOf(row))
    },
    finish: () => sink.finish(),
  }
}

function targetOf(table: SQLiteTable): Target {
  const columns = Object.entries(getTableColumns(table))
  return {
    name: getTableName(table),
    columns: columns.map(([key]) => toSnakeCase(key)),
    valuesOf: (row) =>
      columns.map(([key, column]) => {
        const value = row[key]
        if (value === null || value === undefined || Buffer.isBuffer(value)) return value ?? null
        return column.mapToDriverValue(value)
      }),
  }
}
