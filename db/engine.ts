import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type * as schema from './schema/index.ts'

type Database = BetterSQLite3Database<typeof schema>

/** Reads committed data. */
export type Reader = Pick<Database, 'select' | 'selectDistinct' | '$count'>

/** A transaction: the only thing that can write. */
export type Tx = Reader & Pick<Database, 'insert' | 'update' | 'delete'>

/** What each engine provides; both pass the same contract test. */
export interface Engine {
  read(): Reader
  /** Runs the work in one transaction and answers only after it is durable. No I/O inside, no nesting. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs raw SQL of this engine; only for migrations, search and checks. */
  raw(sql: string, params?: unknown[]): Promise<Record<string, unknown>[]>
  migrate(folder: string): Promise<void>
  close(): Promise<void>
}
