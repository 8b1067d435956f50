import { close, migrate, open } from '#db'
import { databaseUrl } from '#db/url.ts'

/** Opens the database that DATABASE_URL names for one piece of work. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  open(databaseUrl())
  await migrate()
  try {
    return await work()
  } finally {
    await close()
  }
}
