import { and, eq, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { consents } from '#db/schema/exchange.ts'

export type ConsentRow = typeof consents.$inferSelect

export async function insertConsent(tx: Tx, row: typeof consents.$inferInsert): Promise<void> {
  await tx.insert(consents).values(row)
}

/** A consent by its number, whoever gave it and whether it stands or not. */
export async function consentRow(reader: Reader, id: string): Promise<ConsentRow | undefined> {
  const query = prepared(reader, 'exchange.consent', (on) =>
    on
      .select()
      .from(consents)
      .where(eq(consents.id, sql.placeholder('id')))
      .prepare(),
  )
  const [row] = await query.execute({ id })
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
