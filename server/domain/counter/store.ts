import { and, desc, eq, gt, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { counterVisits, personCodes } from '#db/schema/counter.ts'

export type CodeRow = typeof personCodes.$inferSelect
export type VisitRow = typeof counterVisits.$inferSelect

/** Adds a code; false when its digits are another's. */
export async function insertCode(tx: Tx, row: CodeRow): Promise<boolean> {
  const added = await tx
    .insert(personCodes)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: personCodes.id })
  return added.length === 1
}

export async function codeById(reader: Reader, id: string): Promise<CodeRow | undefined> {
  const [row] = await reader.select().from(personCodes).where(eq(personCodes.id, id))
  return row
}

export async function codeByDigits(reader: Reader, digits: string): Promise<CodeRow | undefined> {
  const [row] = await reader.select().from(personCodes).where(eq(personCodes.digits, digits))
  return row
}

/** Uses a code up; false when somebody did before. */
export async function setUsed(tx: Tx, id: string, by: string, at: number): Promise<boolean> {
  const used = await tx
    .update(personCodes)
    .set({ usedAt: at, usedBy: by })
    .where(and(eq(personCodes.id, id), eq(personCodes.usedAt, 0)))
    .returning({ id: personCodes.id })
  return used.length === 1
}

/** Takes away codes that ended before a moment; of one person only, when named. */
export async function deleteCodes(tx: Tx, before: number, personId?: string): Promise<void> {
  await tx
    .delete(personCodes)
    .where(
      and(
        lt(personCodes.validTo, before),
        personId === undefined ? undefined : eq(personCodes.personId, personId),
      ),
    )
}

export async function insertVisit(tx: Tx, row: VisitRow): Promise<void> {
  await tx.insert(counterVisits).values(row)
}

export async function visitById(reader: Reader, id: string): Promise<VisitRow | undefined> {
  const [row] = await reader.select().from(counterVisits).where(eq(counterVisits.id, id))
  return row
}

/** The newest visit of a clerk that nobody finished. */
export async function unfinishedVisit(reader: Reader, clerkId: string): Promise<VisitRow | undefined> {
  const [row] = await reader
    .select()
    .from(counterVisits)
    .where(and(eq(counterVisits.clerkId, clerkId), eq(counterVisits.endedAt, 0)))
    .orderBy(desc(counterVisits.askedAt), desc(counterVisits.id))
    .limit(1)
  return row
}

/** Begins a visit that waited for a code; false when it was begun or finished meanwhile. */
export async function setStarted(tx: Tx, id: string, at: number, validTo: number): Promise<boolean> {
  const started = await tx
    .update(counterVisits)
    .set({ startedAt: at, validTo })
    .where(and(eq(counterVisits.id, id), eq(counterVisits.startedAt, 0), eq(counterVisits.endedAt, 0)))
    .returning({ id: counterVisits.id })
  return started.length === 1
}

/** Finishes all visits of a clerk. */
export async function setEnded(tx: Tx, clerkId: string, at: number): Promise<void> {
  await tx
    .update(counterVisits)
    .set({ endedAt: at })
    .where(and(eq(counterVisits.clerkId, clerkId), eq(counterVisits.endedAt, 0)))
}

/** Takes away visits that began before a moment. */
export async function deleteVisits(tx: Tx, before: number): Promise<void> {
  await tx.delete(counterVisits).where(lt(counterVisits.askedAt, before))
}

/** When somebody was identified, the newest first. */
export async function visitsOf(reader: Reader, personId: string, limit: number): Promise<VisitRow[]> {
  return reader
    .select()
    .from(counterVisits)
    .where(and(eq(counterVisits.personId, personId), gt(counterVisits.startedAt, 0)))
    .orderBy(desc(counterVisits.askedAt), desc(counterVisits.id))
    .limit(limit)
}
