import { and, desc, eq, gte, inArray, ne, notInArray, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { exchangeAlerts } from '#db/schema/exchange-figures.ts'
import type { AlertRow } from './anomalies.ts'

/** The data office has a notice of its own beside this one. */
const DEPARTMENT_ONLY = 'grant-ending'

/** How many people somebody looked up, or asked for, and the data office's own notice of a grant's end. */
const OFFICE_ONLY = ['many-subjects', 'many-numbers', 'grant-ending-office']

/** Which alerts somebody sees. */
export interface AlertSight {
  /** The departments for which they answer. */
  units: readonly string[] | 'all'
  /** Whether they are the data office. */
  office: boolean
}

/** Some alerts are for the data office alone, and the other notice of a grant's end for the department; the rest for both. */
function visibleTo({ units, office }: AlertSight) {
  const own = units === 'all' ? undefined : inArray(exchangeAlerts.unit, [...units])
  return or(
    and(notInArray(exchangeAlerts.kind, OFFICE_ONLY), own),
    office ? ne(exchangeAlerts.kind, DEPARTMENT_ONLY) : undefined,
  )
}

/** Alerts that nobody has seen to, and those seen to since a moment; the newest first. */
export async function alertsSince(
  reader: Reader,
  since: number,
  sight: AlertSight,
  limit: number,
): Promise<AlertRow[]> {
  return reader
    .select()
    .from(exchangeAlerts)
    .where(and(or(eq(exchangeAlerts.seenAt, 0), gte(exchangeAlerts.seenAt, since)), visibleTo(sight)))
    .orderBy(desc(exchangeAlerts.at), desc(exchangeAlerts.id))
    .limit(limit)
}

/** An alert, if it may be seen. */
export async function alertById(
  reader: Reader,
  id: string,
  sight: AlertSight,
): Promise<AlertRow | undefined> {
  const [row] = await reader
    .select()
    .from(exchangeAlerts)
    .where(and(eq(exchangeAlerts.id, id), visibleTo(sight)))
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
