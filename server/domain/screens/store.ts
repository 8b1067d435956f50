import { and, desc, eq, gt, gte, inArray, isNotNull, lt, lte } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { counterScreens, counterSignatures } from '#db/schema/screens.ts'

export type ScreenRow = typeof counterScreens.$inferSelect
export type SignatureRow = typeof counterSignatures.$inferSelect

export async function screenOfClerk(reader: Reader, clerkId: string): Promise<ScreenRow | undefined> {
  const [row] = await reader.select().from(counterScreens).where(eq(counterScreens.clerkId, clerkId))
  return row
}

/** The screen that was paired with this key and still is. */
export async function screenByKey(
  reader: Reader,
  keyBlind: string,
  at: number,
): Promise<ScreenRow | undefined> {
  const [row] = await reader
    .select()
    .from(counterScreens)
    .where(and(eq(counterScreens.keyBlind, keyBlind), gt(counterScreens.until, at)))
  return row
}

export async function screenByCode(
  reader: Reader,
  codeBlind: string,
  at: number,
): Promise<ScreenRow | undefined> {
  const [row] = await reader
    .select()
    .from(counterScreens)
    .where(and(eq(counterScreens.codeBlind, codeBlind), gt(counterScreens.codeUntil, at)))
  return row
}

/** A clerk has one screen: a new one takes the place of what was there. */
export async function putScreen(tx: Tx, row: ScreenRow): Promise<void> {
  await tx.delete(counterScreens).where(eq(counterScreens.clerkId, row.clerkId))
  await tx.insert(counterScreens).values(row)
}

/** Changes a screen if nobody else did meanwhile. */
export async function updateScreen(tx: Tx, row: ScreenRow, change: Partial<ScreenRow>): Promise<boolean> {
  const changed = await tx
    .update(counterScreens)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(counterScreens.id, row.id), eq(counterScreens.version, row.version)))
    .returning({ id: counterScreens.id })
  return changed.length === 1
}

/** Signs of life, which change nothing that anybody looks at. */
export async function markScreen(
  tx: Tx,
  id: string,
  change: Partial<Pick<ScreenRow, 'seenAt' | 'touchedAt'>>,
): Promise<void> {
  await tx.update(counterScreens).set(change).where(eq(counterScreens.id, id))
}

export async function deleteScreen(tx: Tx, id: string): Promise<void> {
  await tx.delete(counterScreens).where(eq(counterScreens.id, id))
}

/** Screens on which something still stands that nobody touched since. */
export async function screensLeft(reader: Reader, before: number): Promise<ScreenRow[]> {
  return reader
    .select()
    .from(counterScreens)
    .where(and(lte(counterScreens.touchedAt, before), isNotNull(counterScreens.task)))
}

/** Pairings that are over. */
export async function deleteScreensBefore(tx: Tx, at: number): Promise<void> {
  await tx.delete(counterScreens).where(and(lt(counterScreens.until, at), lt(counterScreens.codeUntil, at)))
}

/** Screens of which the clerk has something new to see. */
export async function screensChangedSince(
  reader: Reader,
  since: number,
): Promise<Pick<ScreenRow, 'id' | 'clerkId' | 'version'>[]> {
  return reader
    .select({ id: counterScreens.id, clerkId: counterScreens.clerkId, version: counterScreens.version })
    .from(counterScreens)
    .where(gte(counterScreens.changedAt, since))
}

export async function insertSignature(tx: Tx, row: SignatureRow): Promise<void> {
  await tx.insert(counterSignatures).values(row)
}

/** Forgets what was signed about a draft that is gone. */
export async function deleteSignatures(tx: Tx, subjectId: string): Promise<void> {
  await tx.delete(counterSignatures).where(eq(counterSignatures.subjectId, subjectId))
}

/** What was signed about these, the newest first. */
export async function signaturesOf(
  reader: Reader,
  what: SignatureRow['what'],
  subjectIds: readonly string[],
): Promise<SignatureRow[]> {
  if (subjectIds.length === 0) return []
  return reader
    .select()
    .from(counterSignatures)
    .where(and(inArray(counterSignatures.subjectId, [...subjectIds]), eq(counterSignatures.what, what)))
    .orderBy(desc(counterSignatures.at))
}
