import { and, eq, inArray, lt, lte, or, sql, sum, type SQL } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { workCounts } from '#db/schema/work.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { WorkRow } from '../store.ts'

/** Where a line of the inbox is counted. */
type Place = Pick<WorkRow, 'kind' | 'state' | 'unit' | 'dueDay'>

/** Keeps the counts of the inbox right: what stood there before an act stands elsewhere, or nowhere, after it. */
export async function recount(tx: Tx, before: readonly WorkRow[], after: readonly WorkRow[]): Promise<void> {
  const changes = new Map<string, { place: Place; by: number }>()
  const add = (row: WorkRow, by: number) => {
    if (row.closedAt !== 0 || !row.leads) return
    const { kind, state, unit, dueDay } = row
    const key = `${kind} ${state} ${unit} ${dueDay}`
    const change = changes.get(key) ?? { place: { kind, state, unit, dueDay }, by: 0 }
    changes.set(key, { ...change, by: change.by + by })
  }
  for (const row of before) add(row, -1)
  for (const row of after) add(row, 1)
  // In one order everywhere, so that two acts never wait for each other in a circle.
  for (const [, { place, by }] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (by !== 0) await addCount(tx, place, by)
}

async function addCount(tx: Tx, place: Place, by: number): Promise<void> {
  const query = prepared(tx, 'work.count', (on) =>
    on
      .insert(workCounts)
      .values({
        kind: sql`${sql.placeholder('kind')}`,
        state: sql`${sql.placeholder('state')}`,
        unit: sql`${sql.placeholder('unit')}`,
        dueDay: sql`${sql.placeholder('dueDay')}`,
        count: sql`${sql.placeholder('by')}`,
      })
      .onConflictDoUpdate({
        target: [workCounts.kind, workCounts.state, workCounts.unit, workCounts.dueDay],
        set: { count: sql`${workCounts.count} + excluded.count` },
      })
      .prepare(),
  )
  await query.execute({ ...place, by })
}

/** A kind of work in certain states, in certain units or all. */
export interface Scope {
  kind: WorkKind
  states: readonly string[]
  units: readonly string[] | 'all'
}

/** Takes away where nothing stands any more; places of days to come will be filled again. */
export async function deleteEmptyCounts(tx: Tx, today: string): Promise<void> {
  await tx.delete(workCounts).where(and(eq(workCounts.count, 0), lt(workCounts.dueDay, today)))
}

/** How many lines stand in some scopes, by kind and state; perhaps only those due by a day. */
export async function countLines(
  reader: Reader,
  scopes: readonly Scope[],
  dueBy?: string,
): Promise<{ kind: WorkKind; state: string; count: number }[]> {
  if (scopes.length === 0) return []
  const rows = await reader
    .select({ kind: workCounts.kind, state: workCounts.state, count: sum(workCounts.count).mapWith(Number) })
    .from(workCounts)
    .where(and(or(...scopes.map(within)), dueBy === undefined ? undefined : lte(workCounts.dueDay, dueBy)))
    .groupBy(workCounts.kind, workCounts.state)
  return rows.filter(({ count }) => count > 0)
}

function within({ kind, states, units }: Scope): SQL | undefined {
  return and(
    eq(workCounts.kind, kind),
    inArray(workCounts.state, [...states]),
    units === 'all' ? undefined : inArray(workCounts.unit, [...units]),
  )
}
