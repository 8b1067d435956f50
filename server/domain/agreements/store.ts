import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { agreements } from '#db/schema/agreements.ts'

export type AgreementRow = typeof agreements.$inferSelect

export async function agreementsOfDraft(reader: Reader, draftId: string): Promise<AgreementRow[]> {
  return reader.select().from(agreements).where(eq(agreements.draftId, draftId))
}

export async function agreementRow(reader: Reader, id: string): Promise<AgreementRow | undefined> {
  const [row] = await reader.select().from(agreements).where(eq(agreements.id, id))
  return row
}

/** What somebody is asked to agree to, or was, the newest first. */
export async function agreementsOfPerson(reader: Reader, personBlind: string): Promise<AgreementRow[]> {
  return reader
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.personBlind, personBlind),
        inArray(agreements.state, ['invited', 'agreed', 'declined']),
      ),
    )
    .orderBy(desc(agreements.invitedAt), desc(agreements.id))
    .limit(50)
}

export async function insertAgreement(tx: Tx, row: AgreementRow): Promise<void> {
  await tx.insert(agreements).values(row).onConflictDoNothing()
}

/** Changes an agreement if it still has the version it was read with. */
export async function updateAgreement(
  tx: Tx,
  row: AgreementRow,
  change: Partial<AgreementRow>,
): Promise<boolean> {
  const changed = await tx
    .update(agreements)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(agreements.id, row.id), eq(agreements.version, row.version)))
    .returning({ id: agreements.id })
  return changed.length === 1
}

export async function deleteAgreementsOf(tx: Tx, draftIds: string[]): Promise<void> {
  if (draftIds.length > 0) await tx.delete(agreements).where(inArray(agreements.draftId, draftIds))
}
