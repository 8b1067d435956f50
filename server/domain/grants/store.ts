import { and, asc, count, desc, eq, inArray, lt, or, sum } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { exchangeAlerts } from '#db/schema/exchange-figures.ts'
import { grants, subscriptions } from '#db/schema/exchange-grants.ts'

export type GrantRow = typeof grants.$inferSelect
export type SubscriptionRow = typeof subscriptions.$inferSelect
export type AlertRow = typeof exchangeAlerts.$inferSelect

/** Every grant that may ever count again. */
export function openGrants(reader: Reader): Promise<GrantRow[]> {
  return reader.select().from(grants).where(eq(grants.state, 'active'))
}

export function allGrants(reader: Reader): Promise<GrantRow[]> {
  return reader.select().from(grants)
}

/** Changes with every change of a grant: rows are never removed, and each change counts its version up. */
export async function grantsStamp(reader: Reader): Promise<string> {
  const [row] = await reader.select({ rows: count(), versions: sum(grants.version) }).from(grants)
  return `${row?.rows ?? 0} ${row?.versions ?? 0}`
}

export async function insertGrants(tx: Tx, rows: readonly GrantRow[]): Promise<void> {
  await insertRows(tx, 'grants', grants, rows)
}

export async function grantById(reader: Reader, id: string): Promise<GrantRow | undefined> {
  const [row] = await reader.select().from(grants).where(eq(grants.id, id))
  return row
}

/** Who may ask a resource, or could. */
export function grantsOfResource(reader: Reader, resource: string): Promise<GrantRow[]> {
  return reader
    .select()
    .from(grants)
    .where(eq(grants.resource, resource))
    .orderBy(asc(grants.unit), asc(grants.item), asc(grants.id))
}

export function grantsOfSubscription(reader: Reader, row: SubscriptionRow): Promise<GrantRow[]> {
  return reader
    .select()
    .from(grants)
    .where(and(eq(grants.resource, row.resource), eq(grants.subscriptionId, row.id)))
    .orderBy(asc(grants.item))
}

/** Changes a grant if it still has the version it was read with, and counts that up; answers whether it did. */
export async function updateGrant(
  tx: Tx,
  { id, version }: Pick<GrantRow, 'id' | 'version'>,
  change: Partial<Omit<GrantRow, 'id' | 'version'>>,
): Promise<boolean> {
  const changed = await tx
    .update(grants)
    .set({ ...change, version: version + 1 })
    .where(and(eq(grants.id, id), eq(grants.version, version)))
    .returning({ id: grants.id })
  return changed.length === 1
}

export async function insertSubscription(tx: Tx, row: SubscriptionRow): Promise<void> {
  await tx.insert(subscriptions).values(row)
}

export async function subscriptionByNo(reader: Reader, no: string): Promise<SubscriptionRow | undefined> {
  const [row] = await reader.select().from(subscriptions).where(eq(subscriptions.no, no))
  return row
}

/** Subscriptions by their ids. */
export async function subscriptionsByIds(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, SubscriptionRow>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select()
    .from(subscriptions)
    .where(inArray(subscriptions.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Subscriptions of departments or for resources of theirs, the newest first; numbers sort by time.
 * @param units `all` for the data office
 * @param resources what these departments provide
 */
export function subscriptionsFor(
  reader: Reader,
  units: readonly string[] | 'all',
  resources: readonly string[],
  before: string,
  limit: number,
): Promise<SubscriptionRow[]> {
  const theirs =
    units === 'all'
      ? undefined
      : or(inArray(subscriptions.unit, [...units]), inArray(subscriptions.resource, [...resources]))
  return reader
    .select()
    .from(subscriptions)
    .where(and(theirs, before === '' ? undefined : lt(subscriptions.no, before)))
    .orderBy(desc(subscriptions.no))
    .limit(limit)
}

/** Sets what was decided, if nobody decided meanwhile; answers whether it did. */
export async function decideSubscription(
  tx: Tx,
  { id, version }: Pick<SubscriptionRow, 'id' | 'version'>,
  change: Pick<SubscriptionRow, 'approved'> & Partial<Pick<SubscriptionRow, 'decidedAt'>>,
): Promise<boolean> {
  const changed = await tx
    .update(subscriptions)
    .set({ ...change, version: version + 1 })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.version, version)))
    .returning({ id: subscriptions.id })
  return changed.length === 1
}

/** Raises alerts; each key once. */
export async function insertAlerts(tx: Tx, rows: readonly AlertRow[]): Promise<void> {
  await insertRows(tx, 'grants.alerts', exchangeAlerts, rows, { unlessThere: true })
}
