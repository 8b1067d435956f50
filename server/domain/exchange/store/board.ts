import { and, count, eq, gte, inArray, notLike, or, sql, sum } from 'drizzle-orm'
import type { Reader } from '#db'
import { exchangeMinutes, resourceStates } from '#db/schema/exchange-figures.ts'
import { objections } from '#db/schema/exchange-objections.ts'
import { workItems } from '#db/schema/work.ts'
import { BUCKETS } from '#shared/exchange/latency.ts'
import { SERVICE_PREFIX } from '#shared/exchange/outside-services.ts'

/** Which resources a reader of the board may see. */
export type Seen = readonly string[] | 'all'

type ObjectionOutcome = typeof objections.$inferSelect.outcome

/** Figures of some calls together; `buckets` as in exchange_minutes. */
export interface CallSums {
  calls: number
  found: number
  notFound: number
  several: number
  failed: number
  cached: number
  buckets: number[]
}

const total = (column: Parameters<typeof sum>[0]) => sum(column).mapWith(Number)

const SUMS = {
  calls: total(exchangeMinutes.calls),
  found: total(exchangeMinutes.found),
  notFound: total(exchangeMinutes.notFound),
  several: total(exchangeMinutes.several),
  failed: total(exchangeMinutes.failed),
  cached: total(exchangeMinutes.cached),
  ...Object.fromEntries(BUCKETS.map((name) => [name, total(exchangeMinutes[name])])),
}

const ANSWERED = total(
  sql`${exchangeMinutes.found} + ${exchangeMinutes.notFound} + ${exchangeMinutes.several}`,
)

/** Calls since a minute, by resource and asking department: from the figures kept, never from the log. */
export async function callsSince(
  reader: Reader,
  minute: number,
  seen: Seen,
): Promise<(CallSums & { resource: string; unit: string })[]> {
  const rows = await reader
    .select({ resource: exchangeMinutes.resource, unit: exchangeMinutes.unit, ...SUMS })
    .from(exchangeMinutes)
    .where(and(gte(exchangeMinutes.minute, minute), within(seen)))
    .groupBy(exchangeMinutes.resource, exchangeMinutes.unit)
  return rows.map(({ resource, unit, calls, found, notFound, several, failed, cached, ...rest }) => ({
    resource,
    unit,
    calls,
    found,
    notFound,
    several,
    failed,
    cached,
    buckets: BUCKETS.map((name) => Number(Reflect.get(rest, name) ?? 0)),
  }))
}

/** Calls of resources since a minute, by stretches of so many minutes from there; without what others asked the portal. */
export async function callsByStretch(
  reader: Reader,
  { minute, stretch, seen }: { minute: number; stretch: number; seen: Seen },
): Promise<{ stretch: number; calls: number; answered: number; failed: number }[]> {
  const nth = sql<number>`(${exchangeMinutes.minute} - ${sql.raw(String(minute))}) / ${sql.raw(String(stretch))}`
  return reader
    .select({ stretch: nth.mapWith(Number), calls: SUMS.calls, answered: ANSWERED, failed: SUMS.failed })
    .from(exchangeMinutes)
    .where(
      and(
        gte(exchangeMinutes.minute, minute),
        notLike(exchangeMinutes.resource, `${SERVICE_PREFIX}%`),
        within(seen),
      ),
    )
    .groupBy(nth)
    .orderBy(nth)
}

function within(seen: Seen) {
  return seen === 'all' ? undefined : inArray(exchangeMinutes.resource, [...seen])
}

/** When providers last changed their resources, as they say. */
export async function updatesOfResources(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader.select().from(resourceStates)
  return new Map(rows.map(({ resource, updatedAt }) => [resource, updatedAt]))
}

/**
 * Objections made since a moment, and those still open whenever they were made: how many by outcome, and how many of
 * these were due before a day.
 */
export async function countObjections(
  reader: Reader,
  { since, seen, today }: { since: number; seen: Seen; today: string },
): Promise<{ outcome: ObjectionOutcome; count: number; late: number }[]> {
  return reader
    .select({
      outcome: objections.outcome,
      count: count(),
      late: total(sql`case when ${workItems.dueDay} < ${today} then 1 else 0 end`),
    })
    .from(objections)
    .innerJoin(workItems, eq(workItems.id, objections.workId))
    .where(
      and(
        or(gte(objections.createdAt, since), eq(objections.outcome, 'open')),
        seen === 'all' ? undefined : inArray(objections.resource, [...seen]),
      ),
    )
    .groupBy(objections.outcome)
}
