import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dialectOf } from './dialect.ts'

/** The database that `DATABASE_URL` names; without it the SQLite file in `DATA_DIR`. */
export function databaseUrl(): string {
  return process.env.DATABASE_URL ?? join(process.env.DATA_DIR ?? '.data', 'yizhan.sqlite')
}

/** Whether opening a database would make an empty one: for work that only reads there must be one. */
export function isMissing(url: string): boolean {
  return dialectOf(url) === 'sqlite' && !existsSync(url)
}
