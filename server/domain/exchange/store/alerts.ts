import { and, desc, eq, gte, inArray, ne, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { exchangeAlerts } from '#db/schema/exchange-figures.ts'
import type { AlertRow } from './anomalies.ts'

/** The data office has a notice of its own beside this one. */
export const DEPARTMENT_ONLY = 'grant-ending'

/**
 * Alerts that nobody has seen to, and those seen to since a moment; the newest first.
 * @param units those of the departments they concern; `all` for the data office
 */
export async function alertsSince(
  reader: Reader,
  since: number,
  units: readonly string[] | 'all',
  limit: number,
): Promise<AlertRow[]> {
  return reader
    .select()
    .from(exchangeAlerts)
    .where(
      and(
        or(eq(exchangeAlerts.seenAt, 0), gte(exchangeAlerts.seenAt, since)),
        units === 'all' ? ne(exchangeAlerts.kind, DEPARTMENT_ONLY) : inArray(exchangeAlerts.unit, [...units]),
      ),
    )
    .orderBy(desc(exchangeAlerts.at), desc(exchangeAlerts.id))
    .limit(limit)
}

export async function alertById(reader: Reader, id: string): Promise<AlertRow | undefined> {
  const [row] = await reader.select().from(exchangeAlerts).where(eq(exchangeAlerts.id, id))
  return row
}

/** Says who saw to an alert, unless somebody did before. */
export async function setSeen(tx: Tx, id: string, seenBy: string, seenAt: number): Promise<boolean> {
  const rows = await tx
    .update(exchangeAlerts)
    .set({ seenBy, seenAt })
    .where(and(eq(exchangeAlerts.id, id), eq(exchangeAlerts.seenAt, 0)))
    .returning({ id: exchangeAlerts.id })
  return rows.length === 1
}
