import { and, count, desc, eq, gt, gte, inArray, lt, ne, or, sql } from 'drizzle-orm'
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

/** Cases by their ids, without what they hold. */
export async function caseHeads(
  reader: Reader,
  ids: readonly string[],
): Promise<Pick<CaseRow, 'id' | 'no' | 'lifeEvent' | 'applicantId' | 'agent' | 'organisationId'>[]> {
  if (ids.length === 0) return []
  return reader
    .select({
      id: cases.id,
      no: cases.no,
      lifeEvent: cases.lifeEvent,
      applicantId: cases.applicantId,
      agent: cases.agent,
      organisationId: cases.organisationId,
    })
    .from(cases)
    .where(inArray(cases.id, [...ids]))
}

/** Cases of other applicants about the same person or thing, the newest first. */
export async function casesAboutSame(
  reader: Reader,
  { id, about, applicantId }: CaseRow,
  limit: number,
): Promise<string[]> {
  if (about === '') return []
  const found = await reader
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.about, about), ne(cases.id, id), ne(cases.applicantId, applicantId)))
    .orderBy(desc(cases.id))
    .limit(limit)
  return found.map((each) => each.id)
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

/** Cases sent from one moment to before another, by life event: how many, and how many of them are closed. */
export async function caseCounts(
  reader: Reader,
  from: number,
  before: number,
): Promise<{ lifeEvent: string; sent: number; closed: number }[]> {
  return reader
    .select({
      lifeEvent: cases.lifeEvent,
      sent: count(),
      closed: sql<number>`count(*) filter (where ${cases.closedAt} > 0)`.mapWith(Number),
    })
    .from(cases)
    .where(and(gte(cases.sentAt, from), lt(cases.sentAt, before)))
    .groupBy(cases.lifeEvent)
    .orderBy(cases.lifeEvent)
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

/** A document that has its number, drawn or not yet. */
export async function documentById(reader: Reader, id: string): Promise<CaseDocumentRow | undefined> {
  const [row] = await reader.select().from(caseDocuments).where(eq(caseDocuments.id, id))
  return row
}

/** Changes a document if it was not drawn anew since it was read. */
export async function updateDocument(
  tx: Tx,
  { id, acts, issuedAt }: CaseDocumentRow,
  change: Pick<CaseDocumentRow, 'fileId' | 'issuedAt' | 'workId' | 'acts'>,
): Promise<boolean> {
  const changed = await tx
    .update(caseDocuments)
    .set(change)
    .where(and(eq(caseDocuments.id, id), eq(caseDocuments.issuedAt, issuedAt), eq(caseDocuments.acts, acts)))
    .returning({ id: caseDocuments.id })
  return changed.length === 1
}

/** The documents of a case that are drawn, the oldest first. */
export async function documentsOfCase(reader: Reader, caseId: string): Promise<CaseDocumentRow[]> {
  return reader
    .select()
    .from(caseDocuments)
    .where(and(eq(caseDocuments.caseId, caseId), gt(caseDocuments.issuedAt, 0)))
    .orderBy(caseDocuments.issuedAt, caseDocuments.no)
}
