import { and, desc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { certificates } from '#db/schema/certificates.ts'

export type CertificateRow = typeof certificates.$inferSelect

export async function insertCertificate(tx: Tx, row: CertificateRow): Promise<void> {
  await tx.insert(certificates).values(row)
}

export async function certificateByWork(reader: Reader, workId: string): Promise<CertificateRow | undefined> {
  const [row] = await reader.select().from(certificates).where(eq(certificates.workId, workId))
  return row
}

export async function certificateByIdentifier(
  reader: Reader,
  identifier: string,
): Promise<CertificateRow | undefined> {
  const [row] = await reader.select().from(certificates).where(eq(certificates.identifier, identifier))
  return row
}

export async function certificateByHash(reader: Reader, sha256: string): Promise<CertificateRow | undefined> {
  const [row] = await reader.select().from(certificates).where(eq(certificates.sha256, sha256))
  return row
}

export async function certificatesOfOwner(reader: Reader, ownerId: string): Promise<CertificateRow[]> {
  return reader
    .select()
    .from(certificates)
    .where(eq(certificates.ownerId, ownerId))
    .orderBy(desc(certificates.issuedAt), desc(certificates.id))
}

export async function certificatesOfCase(reader: Reader, caseId: string): Promise<CertificateRow[]> {
  return reader.select().from(certificates).where(eq(certificates.caseId, caseId))
}

/** Revokes a certificate if it is still valid. */
export async function setRevoked(tx: Tx, id: string, changed: CertificateRow['changed']): Promise<boolean> {
  const rows = await tx
    .update(certificates)
    .set({ state: 'revoked', changed })
    .where(and(eq(certificates.id, id), eq(certificates.state, 'valid')))
    .returning({ id: certificates.id })
  return rows.length === 1
}
