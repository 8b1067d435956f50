import { and, count, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { consentCodes } from '#db/schema/forms.ts'

export type CodeRow = typeof consentCodes.$inferSelect

export async function insertCode(tx: Tx, row: CodeRow): Promise<void> {
  await tx.insert(consentCodes).values(row)
}

/** The newest code of a draft: it alone counts. */
export async function newestCode(reader: Reader, draft: string): Promise<CodeRow | undefined> {
  const [row] = await reader
    .select()
    .from(consentCodes)
    .where(eq(consentCodes.draft, draft))
    .orderBy(desc(consentCodes.at), desc(consentCodes.id))
    .limit(1)
  return row
}

/** How many codes a person was sent since a moment, for whatever draft. */
export async function codesSince(reader: Reader, personId: string, since: number): Promise<number> {
  const [row] = await reader
    .select({ count: count() })
    .from(consentCodes)
    .where(and(eq(consentCodes.personId, personId), gt(consentCodes.at, since)))
  return row?.count ?? 0
}

/** Counts a try of a code that was not used; false when it was tried too often before. */
export async function countTry(tx: Tx, id: string, most: number): Promise<boolean> {
  const counted = await tx
    .update(consentCodes)
    .set({ tries: sql`${consentCodes.tries} + 1` })
    .where(and(eq(consentCodes.id, id), eq(consentCodes.usedAt, 0), lt(consentCodes.tries, most)))
    .returning({ id: consentCodes.id })
  return counted.length === 1
}

/** Uses a code up; false when that was done before. */
export async function setUsed(tx: Tx, id: string, at: number): Promise<boolean> {
  const used = await tx
    .update(consentCodes)
    .set({ usedAt: at })
    .where(and(eq(consentCodes.id, id), eq(consentCodes.usedAt, 0)))
    .returning({ id: consentCodes.id })
  return used.length === 1
}

/** Takes away codes that were sent before a moment. */
export async function purgeCodes(tx: Tx, before: number): Promise<void> {
  await tx.delete(consentCodes).where(lt(consentCodes.at, before))
}
