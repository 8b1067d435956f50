import { and, desc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { answeredRequests, draftKnowns, drafts, keptForms, rememberedFacts } from '#db/schema/forms.ts'
import { DAY_MS } from '#shared/calendar/day.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import type { FactValue } from '#shared/rules/condition.ts'

type StoredDraft = typeof drafts.$inferSelect
type StoredKnowns = typeof draftKnowns.$inferSelect

export type DraftRow = Omit<StoredDraft, 'content'> & { content: DraftContent }
export type KeptRow = typeof keptForms.$inferSelect

export async function insertDraft(tx: Tx, row: DraftRow): Promise<void> {
  const { knowns, ...content } = row.content
  await tx.insert(drafts).values({ ...row, content })
  await saveKnowns(tx, row.id, knowns)
}

interface Stored {
  drafts: StoredDraft
  draft_knowns: StoredKnowns | null
}

function whole({ drafts: row, draft_knowns: stored }: Stored): DraftRow {
  const knowns = stored?.knowns ?? row.content.knowns ?? {}
  return { ...row, content: { ...row.content, knowns } }
}

async function saveKnowns(tx: Tx, draft: string, knowns: DraftContent['knowns']): Promise<void> {
  await tx
    .insert(draftKnowns)
    .values({ draft, knowns })
    .onConflictDoUpdate({ target: draftKnowns.draft, set: { knowns } })
}

/** A draft, whoever it belongs to. */
export async function draftRow(reader: Reader, id: string): Promise<DraftRow | undefined> {
  const query = prepared(reader, 'forms.draft', (on) =>
    on
      .select()
      .from(drafts)
      .leftJoin(draftKnowns, eq(draftKnowns.draft, drafts.id))
      .where(eq(drafts.id, sql.placeholder('id')))
      .prepare(),
  )
  const [row] = await query.execute({ id })
  return row && whole(row)
}

/** Whom a draft is for, who fills it in, and since when. */
export type DraftWhom = Pick<DraftRow, 'personId' | 'agent' | 'organisationId' | 'lifeEvent' | 'createdAt'>

/** The version of a draft and who may fill it in: reading its content costs far more. */
export async function draftHead(
  reader: Reader,
  id: string,
): Promise<(DraftWhom & Pick<DraftRow, 'version' | 'state'>) | undefined> {
  const query = prepared(reader, 'forms.head', (on) =>
    on
      .select({
        version: drafts.version,
        state: drafts.state,
        personId: drafts.personId,
        agent: drafts.agent,
        organisationId: drafts.organisationId,
        lifeEvent: drafts.lifeEvent,
        createdAt: drafts.createdAt,
      })
      .from(drafts)
      .where(eq(drafts.id, sql.placeholder('id')))
      .prepare(),
  )
  const [row] = await query.execute({ id })
  return row
}

/** Drafts by their ids, without what they hold. */
export async function draftHeads(
  reader: Reader,
  ids: readonly string[],
): Promise<(Pick<DraftWhom, 'personId' | 'agent' | 'lifeEvent'> & Pick<DraftRow, 'id' | 'caseNo'>)[]> {
  if (ids.length === 0) return []
  return reader
    .select({
      id: drafts.id,
      personId: drafts.personId,
      agent: drafts.agent,
      lifeEvent: drafts.lifeEvent,
      caseNo: drafts.caseNo,
    })
    .from(drafts)
    .where(inArray(drafts.id, [...ids]))
}

/** Open drafts that nobody has touched since a moment. */
export async function untouchedDrafts(
  reader: Reader,
  since: number,
): Promise<Pick<DraftRow, 'id' | 'updatedAt'>[]> {
  return reader
    .select({ id: drafts.id, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(and(eq(drafts.state, 'open'), lt(drafts.createdAt, since), lt(drafts.updatedAt, since)))
    .orderBy(drafts.id)
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.delete(drafts).where(eq(drafts.id, id))
  await tx.delete(draftKnowns).where(eq(draftKnowns.draft, id))
}

export type Earlier = Record<string, { value: FactValue; at: number; caseNo: string }>

/** What a person gave before and may use again. */
export async function earlierFacts(reader: Reader, personId: string): Promise<Earlier> {
  const query = prepared(reader, 'forms.earlier', (on) =>
    on
      .select()
      .from(rememberedFacts)
      .where(eq(rememberedFacts.personId, sql.placeholder('personId')))
      .prepare(),
  )
  const [row] = await query.execute({ personId })
  return row?.facts ?? {}
}

export async function saveEarlierFacts(tx: Tx, personId: string, facts: Earlier, at: number): Promise<void> {
  const query = prepared(tx, 'forms.saveEarlier', (on) =>
    on
      .insert(rememberedFacts)
      .values({
        personId: sql.placeholder('personId'),
        facts: sql.placeholder('facts'),
        updatedAt: sql.placeholder('at'),
      })
      .onConflictDoUpdate({
        target: rememberedFacts.personId,
        set: { facts: sql`excluded.facts`, updatedAt: sql`excluded.updated_at` },
      })
      .prepare(),
  )
  await query.execute({ personId, facts, at })
}

/** An open draft that nobody changed since it was read: `id`, `version`. */
const unchanged = and(
  eq(drafts.id, sql.placeholder('id')),
  eq(drafts.version, sql.placeholder('version')),
  eq(drafts.state, 'open'),
)

/**
 * Writes a draft's content if nobody else did since it was read.
 * @param withKnowns whether what is known, and the bundle, are written too; they must be unless stored as they stand
 */
export async function updateContent(tx: Tx, row: DraftRow, at: number, withKnowns = true): Promise<boolean> {
  const query = prepared(tx, withKnowns ? 'forms.update' : 'forms.updateTyped', (on) =>
    on
      .update(drafts)
      .set({
        content: sql`${sql.placeholder('content')}`,
        ...(withKnowns && { bundleId: sql`${sql.placeholder('bundleId')}` }),
        updatedAt: sql`${sql.placeholder('at')}`,
        version: sql`${drafts.version} + 1`,
      })
      .where(unchanged)
      .returning({ id: drafts.id })
      .prepare(),
  )
  const { knowns, ...content } = row.content
  const changed = await query.execute({
    content: drafts.content.mapToDriverValue(content),
    ...(withKnowns && { bundleId: row.bundleId }),
    at,
    id: row.id,
    version: row.version,
  })
  if (changed.length === 0) return false
  if (withKnowns) await saveKnowns(tx, row.id, knowns)
  return true
}

/** Closes a draft by naming the case it became. */
export async function updateSent(tx: Tx, row: DraftRow, caseNo: string, at: number): Promise<boolean> {
  const query = prepared(tx, 'forms.sent', (on) =>
    on
      .update(drafts)
      .set({
        state: 'sent',
        caseNo: sql`${sql.placeholder('caseNo')}`,
        updatedAt: sql`${sql.placeholder('at')}`,
        version: sql`${drafts.version} + 1`,
      })
      .where(unchanged)
      .returning({ id: drafts.id })
      .prepare(),
  )
  const changed = await query.execute({ caseNo, at, id: row.id, version: row.version })
  return changed.length === 1
}

/** Open drafts that are for a person, or that they fill in for others, the last touched first. */
export async function openDraftRows(reader: Reader, personId: string): Promise<DraftRow[]> {
  const rows = await reader
    .select()
    .from(drafts)
    .leftJoin(draftKnowns, eq(draftKnowns.draft, drafts.id))
    .where(
      and(
        or(eq(drafts.personId, personId), eq(drafts.agent, `person:${personId}`)),
        eq(drafts.state, 'open'),
      ),
    )
    .orderBy(desc(drafts.updatedAt), desc(drafts.id))
    .limit(50)
  return rows.map(whole)
}

/** Of some drafts those that are still open. */
export async function openRowsOf(reader: Reader, ids: readonly string[]): Promise<DraftRow[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select()
    .from(drafts)
    .leftJoin(draftKnowns, eq(draftKnowns.draft, drafts.id))
    .where(and(inArray(drafts.id, [...ids]), eq(drafts.state, 'open')))
  return rows.map(whole)
}

/** Drafts that a member of staff fills in for others, and those of them that were sent. */
export async function assistedRows(reader: Reader, staffId: string): Promise<DraftRow[]> {
  const rows = await reader
    .select()
    .from(drafts)
    .leftJoin(draftKnowns, eq(draftKnowns.draft, drafts.id))
    .where(eq(drafts.agent, `staff:${staffId}`))
    .orderBy(desc(drafts.updatedAt), desc(drafts.id))
    .limit(30)
  return rows.map(whole)
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
  await tx.delete(answeredRequests).where(lt(answeredRequests.at, at - 2 * DAY_MS))
}
