import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { insertRows, prepared, type Reader, type Tx } from '#db'
import { consents } from '#db/schema/exchange.ts'
import { lookupQuestions, objections } from '#db/schema/exchange-objections.ts'

export type QuestionRow = typeof lookupQuestions.$inferSelect
export type ObjectionRow = typeof objections.$inferSelect
export type ConsentRow = typeof consents.$inferSelect

/** Longest list of one person's own reports and consents. */
const MOST = 100

/** Adds a question unless the person asked about the look-up already; says whether it did. */
export async function insertQuestion(tx: Tx, row: QuestionRow): Promise<boolean> {
  const added = await tx
    .insert(lookupQuestions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: lookupQuestions.id })
  return added.length === 1
}

export async function questionOn(
  reader: Reader,
  lookupId: string,
  personId: string,
): Promise<QuestionRow | undefined> {
  const [row] = await reader
    .select()
    .from(lookupQuestions)
    .where(and(eq(lookupQuestions.lookupId, lookupId), eq(lookupQuestions.personId, personId)))
  return row
}

export async function questionById(reader: Reader, id: string): Promise<QuestionRow | undefined> {
  const [row] = await reader.select().from(lookupQuestions).where(eq(lookupQuestions.id, id))
  return row
}

export async function questionByNo(reader: Reader, no: string): Promise<QuestionRow | undefined> {
  const [row] = await reader.select().from(lookupQuestions).where(eq(lookupQuestions.no, no))
  return row
}

export async function questionsOf(reader: Reader, personId: string): Promise<QuestionRow[]> {
  return reader
    .select()
    .from(lookupQuestions)
    .where(eq(lookupQuestions.personId, personId))
    .orderBy(desc(lookupQuestions.createdAt), desc(lookupQuestions.id))
    .limit(MOST)
}

export async function updateQuestion(
  tx: Tx,
  id: string,
  change: Pick<QuestionRow, 'answer' | 'answeredAt'>,
): Promise<void> {
  await tx.update(lookupQuestions).set(change).where(eq(lookupQuestions.id, id))
}

export async function insertObjection(tx: Tx, row: ObjectionRow): Promise<void> {
  await insertRows(tx, 'footprint.objections', objections, [row])
}

export async function objectionById(reader: Reader, id: string): Promise<ObjectionRow | undefined> {
  const [row] = await reader.select().from(objections).where(eq(objections.id, id))
  return row
}

export async function objectionByNo(reader: Reader, no: string): Promise<ObjectionRow | undefined> {
  const [row] = await reader.select().from(objections).where(eq(objections.no, no))
  return row
}

/** What a person reported, the newest first. */
export async function objectionsOf(reader: Reader, personId: string): Promise<ObjectionRow[]> {
  return reader
    .select()
    .from(objections)
    .where(eq(objections.personId, personId))
    .orderBy(desc(objections.createdAt), desc(objections.id))
    .limit(MOST)
}

/** What a person reported and is still being verified: which value, under which number. */
export async function openObjectionsOf(
  reader: Reader,
  personId: string,
): Promise<Pick<ObjectionRow, 'no' | 'resource' | 'field' | 'subject'>[]> {
  const query = prepared(reader, 'footprint.open', (on) =>
    on
      .select({
        no: objections.no,
        resource: objections.resource,
        field: objections.field,
        subject: objections.subject,
      })
      .from(objections)
      .where(and(eq(objections.personId, sql.placeholder('personId')), eq(objections.outcome, 'open')))
      .prepare(),
  )
  return query.execute({ personId })
}

export async function updateObjection(
  tx: Tx,
  id: string,
  change: Pick<ObjectionRow, 'outcome' | 'answer' | 'decidedAt'>,
): Promise<void> {
  await tx.update(objections).set(change).where(eq(objections.id, id))
}

/** What a person agreed to, the newest first. */
export async function consentsOf(reader: Reader, personId: string): Promise<ConsentRow[]> {
  return reader
    .select()
    .from(consents)
    .where(eq(consents.personId, personId))
    .orderBy(desc(consents.givenAt), desc(consents.id))
    .limit(MOST)
}

/** Of these consents, the ones that a person gave. */
export async function ownConsents(
  reader: Reader,
  personId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await reader
    .select({ id: consents.id })
    .from(consents)
    .where(and(inArray(consents.id, [...ids]), eq(consents.personId, personId)))
  return new Set(rows.map(({ id }) => id))
}
