import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { consents } from '#db/schema/exchange.ts'

export type ConsentRow = typeof consents.$inferSelect

export async function insertConsent(tx: Tx, row: typeof consents.$inferInsert): Promise<void> {
  await tx.insert(consents).values(row)
}

export async function consentRow(reader: Reader, id: string): Promise<ConsentRow | undefined> {
  const [row] = await reader.select().from(consents).where(eq(consents.id, id))
  return row
}

/** Ends a consent that still stands; answers whether it did. */
export async function endConsent(tx: Tx, id: string, revokedAt: number): Promise<boolean> {
  const ended = await tx
    .update(consents)
    .set({ revokedAt })
    .where(and(eq(consents.id, id), eq(consents.revokedAt, 0)))
    .returning({ id: consents.id })
  return ended.length === 1
}
