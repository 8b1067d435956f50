import { and, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { answeredRequests, drafts, keptForms } from '#db/schema/forms.ts'

export type DraftRow = typeof drafts.$inferSelect
export type KeptRow = typeof keptForms.$inferSelect

export async function insertDraft(tx: Tx, row: DraftRow): Promise<void> {
  await tx.insert(drafts).values(row)
}

/** A draft, found only through the person it belongs to. */
export async function draftRow(reader: Reader, id: string, personId: string): Promise<DraftRow | undefined> {
  const query = prepared(reader, 'forms.draft', (on) =>
    on
      .select()
      .from(drafts)
      .where(and(eq(drafts.id, sql.placeholder('id')), eq(drafts.personId, sql.placeholder('personId'))))
      .prepare(),
  )
  const [row] = await query.execute({ id, personId })
  return row
}

/** Writes a draft's content if nobody else did since it was read. */
export async function updateContent(tx: Tx, row: DraftRow, at: number): Promise<boolean> {
  const query = prepared(tx, 'forms.update', (on) =>
    on
      .update(drafts)
      .set({
        content: sql`${sql.placeholder('content')}`,
        updatedAt: sql`${sql.placeholder('at')}`,
        version: sql`${drafts.version} + 1`,
      })
      .where(
        and(
          eq(drafts.id, sql.placeholder('id')),
          eq(drafts.version, sql.placeholder('version')),
          eq(drafts.state, 'open'),
        ),
      )
      .returning({ id: drafts.id })
      .prepare(),
  )
  const changed = await query.execute({
    content: drafts.content.mapToDriverValue(row.content),
    at,
    id: row.id,
    version: row.version,
  })
  return changed.length === 1
}

/** Closes a draft by naming the case it became. */
export async function updateSent(tx: Tx, row: DraftRow, caseNo: string, at: number): Promise<boolean> {
  const changed = await tx
    .update(drafts)
    .set({ state: 'sent', caseNo, updatedAt: at, version: row.version + 1 })
    .where(and(eq(drafts.id, row.id), eq(drafts.version, row.version), eq(drafts.state, 'open')))
    .returning({ id: drafts.id })
  return changed.length === 1
}

export async function openDraftRows(reader: Reader, personId: string): Promise<DraftRow[]> {
  return reader
    .select()
    .from(drafts)
    .where(and(eq(drafts.personId, personId), eq(drafts.state, 'open')))
    .orderBy(desc(drafts.updatedAt), desc(drafts.id))
    .limit(50)
}

export async function upsertKept(tx: Tx, row: KeptRow): Promise<void> {
  const { id: _id, ...rest } = row
  await tx.insert(keptForms).values(row).onConflictDoUpdate({ target: keptForms.id, set: rest })
}

export async function keptRow(reader: Reader, id: string, at: number): Promise<KeptRow | undefined> {
  const [row] = await reader
    .select()
    .from(keptForms)
    .where(and(eq(keptForms.id, id), gt(keptForms.expiresAt, at)))
  return row
}

export async function deleteKept(tx: Tx, id: string): Promise<void> {
  await tx.delete(keptForms).where(eq(keptForms.id, id))
}

/** The answer a request with this key was given, if it was. */
export async function answeredBefore(reader: Reader, id: string): Promise<{ answer: unknown } | undefined> {
  const query = prepared(reader, 'forms.answered', (on) =>
    on
      .select({ answer: answeredRequests.answer })
      .from(answeredRequests)
      .where(eq(answeredRequests.id, sql.placeholder('id')))
      .prepare(),
  )
  const [row] = await query.execute({ id })
  return row
}

export async function rememberAnswer(tx: Tx, row: typeof answeredRequests.$inferSelect): Promise<void> {
  const query = prepared(tx, 'forms.remember', (on) =>
    on
      .insert(answeredRequests)
      .values({
        id: sql.placeholder('id'),
        action: sql.placeholder('action'),
        answer: sql.placeholder('answer'),
        at: sql.placeholder('at'),
      })
      .prepare(),
  )
  await query.execute(row)
}

/** Removes kept forms that expired and answers older than two days. */
export async function purgeForms(tx: Tx, at: number): Promise<void> {
  await tx.delete(keptForms).where(lt(keptForms.expiresAt, at))
  await tx.delete(answeredRequests).where(lt(answeredRequests.at, at - 2 * 86_400_000))
}
