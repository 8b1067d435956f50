import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { durableOn, logOf } from './durable.sqlite.ts'
import type { Engine, Tx } from './engine.ts'
import { makeWriteQueue } from './write-queue.ts'
import * as schema from './schema/index.ts'

/** Opens a SQLite file: one writer behind a queue with group commit, one read-only connection for reads. */
export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true })
  const writer = new Database(file)
  writer.pragma('journal_mode = WAL')
  // A commit writes the log; `durable` brings it to disk before anybody is answered.
  writer.pragma('synchronous = NORMAL')
  writer.pragma('foreign_keys = ON')
  writer.pragma('busy_timeout = 5000')
  writer.pragma('cache_size = -65536')
  // A checkpoint writes each changed page once, however often it changed since the last: fewer of them write less.
  writer.pragma('wal_autocheckpoint = 8000')
  const reader = new Database(file, { readonly: true })
  reader.pragma('cache_size = -65536')

  const options = { schema, casing: 'snake_case' } as const
  const tx: Tx = drizzle(writer, options)
  const read = drizzle(reader, options)
  const log = logOf(file)
  const durable = durableOn(log)
  const queue = makeWriteQueue(writer, tx, durable)

  return {
    read: () => read,
    transaction: (work) => queue.run(work),
    raw: async (sql, params = []) => {
      const statement = writer.prepare<unknown[], Record<string, unknown>>(sql)
      if (statement.reader) return statement.all(...params)
      statement.run(...params)
      if (!writer.inTransaction) await durable()
      return []
    },
    async migrate(folder) {
      writer.pragma('foreign_keys = OFF')
      migrate(drizzle(writer, options), { migrationsFolder: join(folder, 'sqlite') })
      writer.pragma('foreign_keys = ON')
      await durable()
    },
    async close() {
      await queue.idle()
      log.close()
      reader.close()
      writer.close()
    },
  }
}
