import Database from 'better-sqlite3'
import postgres from 'postgres'
import { dialect } from '#db'

/** A connection of somebody else: what it sees is committed. Answers the rows of one statement. */
export async function elsewhere(sql: string): Promise<Record<string, unknown>[]> {
  const url = process.env.DATABASE_URL ?? ''
  if (dialect === 'postgres') {
    const client = postgres(url, { max: 1 })
    const rows = await client.unsafe(sql)
    await client.end()
    return [...rows]
  }
  const file = new Database(url)
  const statement = file.prepare<[], Record<string, unknown>>(sql)
  const rows = statement.reader ? statement.all() : []
  if (!statement.reader) statement.run()
  file.close()
  return rows
}
