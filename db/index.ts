import { AsyncLocalStorage } from 'node:async_hooks'
import { join } from 'node:path'
import { dialect } from './dialect.ts'
import type { Engine, Reader, Tx } from './engine.ts'
import { openPostgres } from './open.postgres.ts'
import { openSqlite } from './open.sqlite.ts'

export type { Reader, Tx } from './engine.ts'
export { dialect } from './dialect.ts'
export { insertRows } from './insert-rows.ts'
export { prepared } from './prepared.ts'
export { blind, sealBytes, unsealBytes, useKeys, type KeyRing } from './sealed.ts'
export { isDataError, isUniqueViolation } from './violations.ts'

let engine: Engine | undefined
const inTransaction = new AsyncLocalStorage<true>()

function opened(): Engine {
  if (!engine) throw new Error('the database is not open: call open() first')
  return engine
}

/** Opens the database that `DATABASE_URL` names (a path, or `postgres://…`). */
export function open(url: string): void {
  engine ??= dialect === 'postgres' ? openPostgres(url) : openSqlite(url)
}

/** Reads committed data. */
export function read(): Reader {
  return opened().read()
}

/** Runs the work in one durable transaction. Nested calls throw: they would wait for themselves. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (inTransaction.getStore()) throw new Error('a transaction was started within a transaction')
  return opened().transaction((tx) => inTransaction.run(true, () => work(tx)))
}

/** Whether the caller runs within a transaction: then it must not wait for another one. */
export function isInTransaction(): boolean {
  return inTransaction.getStore() === true
}

/** Runs raw SQL of the open engine; only for what differs by engine, in `db/*.sqlite.ts` and `db/*.postgres.ts`. */
export function raw(sql: string, params?: unknown[]): Promise<Record<string, unknown>[]> {
  return opened().raw(sql, params)
}

/** Brings the schema up to date. */
export function migrate(): Promise<void> {
  return opened().migrate(join(process.cwd(), 'db/migrations'))
}

export async function close(): Promise<void> {
  await engine?.close()
  engine = undefined
}
