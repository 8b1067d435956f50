import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Engine, Reader, Tx } from './engine.ts'
import * as schema from './schema/index.ts'

/** Any two instances that migrate at once take turns on this advisory lock. */
const MIGRATION_LOCK = 349_900

/** Serialization failures and deadlocks are tried again this often. */
const RETRIES = 3

/** Opens PostgreSQL with a pool; the types are those of SQLite, which columns.check.ts proves equal. */
export function openPostgres(url: string): Engine {
  const client = postgres(url, { max: Number(process.env.DATABASE_POOL ?? 10), onnotice: () => {} })
  const database = drizzle(client, { schema, casing: 'snake_case' })

  async function transaction<T>(work: (tx: Tx) => Promise<T>, tries = RETRIES): Promise<T> {
    try {
      return await database.transaction((tx) => work(tx as unknown as Tx))
    } catch (error) {
      if (tries > 0 && isRetryable(error)) return transaction(work, tries - 1)
      throw error
    }
  }

  return {
    read: () => database as unknown as Reader,
    transaction,
    raw: async (sql, params = []) => [...(await client.unsafe(sql, params as never[]))],
    async migrate(folder) {
      const alone = postgres(url, { max: 1, onnotice: () => {} })
      try {
        await alone`select pg_advisory_lock(${MIGRATION_LOCK})`
        await migrate(drizzle(alone, { casing: 'snake_case' }), {
          migrationsFolder: join(folder, 'postgres'),
        })
      } finally {
        await alone.end()
      }
    },
    close: () => client.end({ timeout: 5 }),
  }
}

function isRetryable(error: unknown): boolean {
  const code = codeOf(error) ?? codeOf((error as { cause?: unknown } | undefined)?.cause)
  return code === '40001' || code === '40P01'
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
