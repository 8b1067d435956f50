import Database from 'better-sqlite3'
import { dirname, resolve } from 'node:path'
import type { Sink, Target } from './bulk.ts'

/** So many rows go into one statement. */
const TOGETHER = 64

/**
 * Rows into a SQLite file: one transaction without a journal, indexes afterwards. Whatever stops it spoils the file.
 */
export function bulkIntoSqlite(file: string, tables: readonly string[]): Sink {
  // Where an index is sorted there must be room: beside the file there is.
  process.env.SQLITE_TMPDIR ??= resolve(dirname(file))
  const database = new Database(file)
  // In write-ahead mode there is always a log.
  database.pragma('journal_mode = DELETE')
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('cache_size = -524288')
  const indexes = database
    .prepare<string[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${tables.map(() => '?').join()})`,
    )
    .all(...tables)
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  database.exec('begin')
  const flushes: (() => void)[] = []
  return {
    open(target) {
      const { add, flush } = inserting(database, target)
      flushes.push(flush)
      return (values) => void add(values)
    },
    async finish() {
      for (const flush of flushes) flush()
      for (const { sql } of indexes) database.exec(sql)
      database.exec('commit')
      database.pragma('locking_mode = NORMAL')
      database.pragma('journal_mode = WAL')
      database.close()
    },
  }
}

function inserting(database: Database.Database, { name, columns }: Target) {
  const row = `(${columns.map(() => '?').join()})`
  const insert = (rows: number) =>
    database.prepare<unknown[]>(
      `insert into ${name} (${columns.join()}) values ${Array.from({ length: rows }, () => row).join()}`,
    )
  const many = insert(TOGETHER)
  let waiting: unknown[] = []
  return {
    add(values: unknown[]) {
      waiting.push(...values)
      if (waiting.length < TOGETHER * columns.length) return
      many.run(...waiting)
      waiting = []
    },
    flush() {
      if (waiting.length > 0) insert(waiting.length / columns.length).run(...waiting)
      waiting = []
    },
  }
}
