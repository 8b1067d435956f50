import { and, eq, gt, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { consents } from '#db/schema/exchange.ts'
import { emergencies } from '#db/schema/exchange-objections.ts'

/** What of a consent decides whether it allows a look-up. */
export type ConsentTerms = Pick<
  typeof consents.$inferSelect,
  'purpose' | 'resources' | 'fields' | 'revokedAt'
>

export async function consentTerms(reader: Reader, id: string): Promise<ConsentTerms | undefined> {
  const query = prepared(reader, 'exchange.terms', (on) =>
    on
      .select({
        purpose: consents.purpose,
        resources: consents.resources,
        fields: consents.fields,
        revokedAt: consents.revokedAt,
      })
      .from(consents)
      .where(eq(consents.id, sql.placeholder('id')))
      .prepare(),
  )
  const [row] = await query.execute({ id })
  return row
}

/** Uses up an emergency that a second person let pass; answers whether it could be used for this. */
export async function takeEmergency(
  tx: Tx,
  {
    id,
    askedBy,
    resource,
    subject,
    at,
  }: { id: string; askedBy: string; resource: string; subject: string; at: number },
): Promise<boolean> {
  const rows = await tx
    .update(emergencies)
    .set({ state: 'used' })
    .where(
      and(
        eq(emergencies.id, id),
        eq(emergencies.state, 'confirmed'),
        eq(emergencies.askedBy, askedBy),
        eq(emergencies.resource, resource),
        eq(emergencies.subject, subject),
        gt(emergencies.expiresAt, at),
      ),
    )
    .returning({ id: emergencies.id })
  return rows.length === 1
}
