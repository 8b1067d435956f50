import { and, countDistinct, eq, gt, gte, inArray, lt, max, ne, sql } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { exchangeAlerts, postSubjects } from '#db/schema/exchange-figures.ts'

export type AlertRow = typeof exchangeAlerts.$inferSelect
export type PostSubjectRow = typeof postSubjects.$inferSelect

/** The kind of alert about a post that looked up many people. */
export const MANY_SUBJECTS = 'many-subjects'

/** Stands where departments stand for posts, at numbers that were tried: no department has this code. */
export const BY_PEOPLE = 'people'

/** Remembers whom posts looked up in an hour, and when last; the same person again counts once. */
export async function insertPostSubjects(tx: Tx, rows: readonly PostSubjectRow[]): Promise<void> {
  const keyed = rows.map((row) => [`${row.hour} ${row.actorId} ${row.subject}`, row] as const)
  // In one order everywhere: two writers that lock the same rows never wait for each other in a circle.
  const sorted = [...new Map(keyed)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const { hour, actorId, subject } = postSubjects
  await insertRows(tx, 'exchange.postSubjects', postSubjects, sorted, {
    orElse: { target: [hour, actorId, subject], set: { at: sql`excluded.at` } },
  })
}

/** How many people each of these posts looked up after a moment, and for which department. */
export async function peopleSince(
  reader: Reader,
  { after, hour, actorIds }: { after: number; hour: number; actorIds: readonly string[] },
): Promise<{ actorId: string; unit: string | null; people: number }[]> {
  return reader
    .select({
      actorId: postSubjects.actorId,
      unit: max(postSubjects.unit),
      people: countDistinct(postSubjects.subject),
    })
    .from(postSubjects)
    .where(
      and(
        gte(postSubjects.hour, hour),
        gt(postSubjects.at, after),
        inArray(postSubjects.actorId, [...actorIds]),
        ne(postSubjects.unit, BY_PEOPLE),
      ),
    )
    .groupBy(postSubjects.actorId)
}

/** Stands among what a person tried for their turn to try, see `tried-numbers.ts`. */
export const TURN = 'turn'

/** What one person tried in these hours, see `tried-numbers.ts`. */
export async function triedBy(reader: Reader, hours: readonly number[], actorId: string): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ subject: postSubjects.subject })
    .from(postSubjects)
    .where(
      and(
        inArray(postSubjects.hour, [...hours]),
        eq(postSubjects.actorId, actorId),
        eq(postSubjects.unit, BY_PEOPLE),
        ne(postSubjects.subject, TURN),
      ),
    )
  return rows.map(({ subject }) => subject)
}

/** How many people posts looked up since an hour, for the board. */
export async function busiestPosts(
  reader: Reader,
  sinceHour: number,
): Promise<{ actorId: string; unit: string; people: number }[]> {
  return reader
    .select({
      actorId: postSubjects.actorId,
      unit: postSubjects.unit,
      people: countDistinct(postSubjects.subject),
    })
    .from(postSubjects)
    .where(and(gte(postSubjects.hour, sinceHour), ne(postSubjects.unit, BY_PEOPLE)))
    .groupBy(postSubjects.actorId, postSubjects.unit)
}

/** Takes away whom posts looked up before an hour. */
export async function purgePostSubjects(tx: Tx, beforeHour: number): Promise<void> {
  await tx.delete(postSubjects).where(lt(postSubjects.hour, beforeHour))
}

/** Which of these posts an alert about many people was raised for after a moment. */
export async function alertedSince(
  reader: Reader,
  keys: readonly string[],
  after: number,
): Promise<Set<string>> {
  const rows = await reader
    .select({ detail: exchangeAlerts.detail })
    .from(exchangeAlerts)
    .where(
      and(
        eq(exchangeAlerts.kind, MANY_SUBJECTS),
        inArray(exchangeAlerts.key, [...keys]),
        gt(exchangeAlerts.at, after),
      ),
    )
  return new Set(rows.map(({ detail }) => String(detail.post)))
}

/** Raises alerts; what was raised with the same kind and key stays as it is. */
export async function insertAlerts(tx: Tx, rows: AlertRow[]): Promise<void> {
  await insertRows(tx, 'exchange.alerts', exchangeAlerts, rows, { unlessThere: true })
}
