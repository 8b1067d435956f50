import { count, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { ratings } from '#db/schema/ratings.ts'

export type RatingRow = typeof ratings.$inferSelect

/** Adds a rating unless its case already has one; says whether it did. */
export async function insertRating(tx: Tx, row: RatingRow): Promise<boolean> {
  const added = await tx.insert(ratings).values(row).onConflictDoNothing().returning({ id: ratings.id })
  return added.length === 1
}

/** The rating of a case, if it was rated. */
export async function ratingOfCase(reader: Reader, caseId: string): Promise<RatingRow | undefined> {
  const [row] = await reader.select().from(ratings).where(eq(ratings.caseId, caseId))
  return row
}

export async function ratingById(reader: Reader, id: string): Promise<RatingRow | undefined> {
  const [row] = await reader.select().from(ratings).where(eq(ratings.id, id))
  return row
}

export async function setAnswer(tx: Tx, id: string, answer: string, answeredAt: number): Promise<void> {
  await tx.update(ratings).set({ answer, answeredAt }).where(eq(ratings.id, id))
}

/** How many ratings of each level there are, and how many of them were answered. */
export async function countByLevel(
  reader: Reader,
  lifeEvent: string | undefined,
): Promise<{ level: number; count: number; answered: number }[]> {
  return reader
    .select({ level: ratings.level, count: count(), answered: count(ratings.answeredAt) })
    .from(ratings)
    .where(lifeEvent ? eq(ratings.lifeEvent, lifeEvent) : undefined)
    .groupBy(ratings.level)
}
