import { inArray } from 'drizzle-orm'
import type { Reader } from '#db'
import { lookupArchive, lookupLog } from '#db/schema/exchange.ts'
import type { LogRow } from './log.ts'

/** Look-ups by id, wherever they stand. */
export async function logRowsById(reader: Reader, ids: string[]): Promise<Map<string, LogRow>> {
  const hot = await reader.select().from(lookupLog).where(inArray(lookupLog.id, ids))
  const old = await reader.select().from(lookupArchive).where(inArray(lookupArchive.id, ids))
  return new Map([...hot, ...old].map((row) => [row.id, row]))
}
