import { join } from 'node:path'
import { close, migrate, open } from '#db'

/** Opens the database that DATABASE_URL names for one piece of work. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  open(process.env.DATABASE_URL ?? join(process.env.DATA_DIR ?? '.data', 'yizhan.sqlite'))
  await migrate()
  try {
    return await work()
  } finally {
    await close()
  }
}
