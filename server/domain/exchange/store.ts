import { desc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { consents, lookups } from '#db/schema/exchange.ts'

export type LookupRow = typeof lookups.$inferSelect

export async function insertLookups(tx: Tx, rows: LookupRow[]): Promise<void> {
  await tx.insert(lookups).values(rows)
}

export async function insertConsent(tx: Tx, row: typeof consents.$inferSelect): Promise<void> {
  await tx.insert(consents).values(row)
}

/** Who looked at which facts about a person or an organisation, newest first (数据足迹). */
export async function lookupsAbout(reader: Reader, subjectId: string, limit = 200): Promise<LookupRow[]> {
  return reader
    .select()
    .from(lookups)
    .where(eq(lookups.subjectId, subjectId))
    .orderBy(desc(lookups.at), desc(lookups.id))
    .limit(limit)
}
