import { and, count, eq, gte, inArray, lt, ne } from 'drizzle-orm'
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

/** What one person tried in these hours, see `tried-numbers.ts`. */
export async function triedBy(
  reader: Reader,
  hours: readonly number[],
  actorId: string,
  unit: string,
): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ subject: postSubjects.subject })
    .from(postSubjects)
    .where(
      and(
        inArray(postSubjects.hour, [...hours]),
        eq(postSubjects.actorId, actorId),
        eq(postSubjects.unit, unit),
      ),
    )
  return rows.map(({ subject }) => subject)
}

/** Which posts looked up the most people since an hour, for the board; those of `unit` are no posts. */
export async function busiestPosts(
  reader: Reader,
  sinceHour: number,
  unit: string,
): Promise<{ actorId: string; unit: string; people: number }[]> {
  return reader
    .select({ actorId: postSubjects.actorId, unit: postSubjects.unit, people: count() })
    .from(postSubjects)
    .where(and(gte(postSubjects.hour, sinceHour), ne(postSubjects.unit, unit)))
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
