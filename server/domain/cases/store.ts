import { and, desc, eq, or } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { caseDocuments, cases } from '#db/schema/cases.ts'

export type CaseRow = typeof cases.$inferSelect
export type CaseDocumentRow = typeof caseDocuments.$inferSelect

export async function insertCase(tx: Tx, row: CaseRow): Promise<void> {
  await insertRows(tx, 'cases.cases', cases, [row])
}

export async function caseByNo(reader: Reader, no: string): Promise<CaseRow | undefined> {
  const [row] = await reader.select().from(cases).where(eq(cases.no, no))
  return row
}

export async function caseById(reader: Reader, id: string): Promise<CaseRow | undefined> {
  const [row] = await reader.select().from(cases).where(eq(cases.id, id))
  return row
}

/** Cases of a person, and those they filled in for others, the newest first. */
export async function casesOf(reader: Reader, applicantId: string): Promise<CaseRow[]> {
  return reader
    .select()
    .from(cases)
    .where(or(eq(cases.applicantId, applicantId), eq(cases.agent, `person:${applicantId}`)))
    .orderBy(desc(cases.sentAt), desc(cases.id))
    .limit(100)
}

/** Changes a case if it still has the version it was read with. */
export async function updateCase(tx: Tx, row: CaseRow, change: Partial<CaseRow>): Promise<boolean> {
  const changed = await tx
    .update(cases)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(cases.id, row.id), eq(cases.version, row.version)))
    .returning({ id: cases.id })
  return changed.length === 1
}

export async function insertDocument(tx: Tx, row: CaseDocumentRow): Promise<void> {
  await tx.insert(caseDocuments).values(row)
}

export async function documentsOfCase(reader: Reader, caseId: string): Promise<CaseDocumentRow[]> {
  return reader
    .select()
    .from(caseDocuments)
    .where(eq(caseDocuments.caseId, caseId))
    .orderBy(caseDocuments.issuedAt)
}
