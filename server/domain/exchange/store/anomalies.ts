import { and, count, eq, gte, inArray, lt } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { exchangeAlerts, postSubjects } from '#db/schema/exchange-figures.ts'

export type AlertRow = typeof exchangeAlerts.$inferSelect
export type PostSubjectRow = typeof postSubjects.$inferSelect

/** Remembers whom posts looked up in an hour; the same person again counts once. */
export async function insertPostSubjects(tx: Tx, rows: PostSubjectRow[]): Promise<void> {
  await insertRows(tx, 'exchange.postSubjects', postSubjects, rows, { unlessThere: true })
}

/** How many people each of these posts looked up in an hour. */
export async function peopleInHour(
  reader: Reader,
  hour: number,
  actorIds: readonly string[],
): Promise<{ actorId: string; unit: string; people: number }[]> {
  return reader
    .select({ actorId: postSubjects.actorId, unit: postSubjects.unit, people: count() })
    .from(postSubjects)
    .where(and(eq(postSubjects.hour, hour), inArray(postSubjects.actorId, [...actorIds])))
    .groupBy(postSubjects.actorId, postSubjects.unit)
}

/** Which posts looked up the most people since an hour, for the board. */
export async function busiestPosts(
  reader: Reader,
  sinceHour: number,
): Promise<{ actorId: string; unit: string; people: number }[]> {
  return reader
    .select({ actorId: postSubjects.actorId, unit: postSubjects.unit, people: count() })
    .from(postSubjects)
    .where(gte(postSubjects.hour, sinceHour))
    .groupBy(postSubjects.actorId, postSubjects.unit)
}

/** Takes away whom posts looked up before an hour. */
export async function purgePostSubjects(tx: Tx, beforeHour: number): Promise<void> {
  await tx.delete(postSubjects).where(lt(postSubjects.hour, beforeHour))
}

/** Raises alerts; what was raised with the same kind and key stays as it is. */
export async function insertAlerts(tx: Tx, rows: AlertRow[]): Promise<void> {
  await insertRows(tx, 'exchange.alerts', exchangeAlerts, rows, { unlessThere: true })
}
