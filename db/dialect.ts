/** The engine, picked once at start: `postgres://…` is PostgreSQL, anything else a SQLite file. */
export type Dialect = 'sqlite' | 'postgres'

export function dialectOf(url: string | undefined): Dialect {
  return /^postgres(ql)?:\/\//.test(url ?? '') ? 'postgres' : 'sqlite'
}

export const dialect = dialectOf(process.env.DATABASE_URL)
