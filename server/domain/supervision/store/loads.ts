import { and, asc, eq, inArray, max, or, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '#db'
import { workCounts, workEvents, workItems } from '#db/schema/work.ts'
import type { Scope, WorkRow } from '../../work/index.ts'

/** Written out and not bound: only so can the engines use their partial indexes. */
const HELD = sql.raw(`closed_at = 0 and assignee <> ''`)
const OPEN = sql.raw('closed_at = 0')

/** By when work is overdue and at risk, and in which states it was sent back. */
export interface Marks {
  /** The last day that is over. */
  overdueBy: string
  riskBy: string
  returned: readonly string[]
}

export interface Load {
  code: string
  open: number
  atRisk: number
  overdue: number
  returned: number
}

/** How much stands in each unit, from the kept counts: the time does not grow with the work there is. */
export async function unitLoads(reader: Reader, scopes: readonly Scope[], marks: Marks): Promise<Load[]> {
  if (scopes.length === 0) return []
  const within = scopes.map(({ kind, states, units }) =>
    and(
      eq(workCounts.kind, kind),
      inArray(workCounts.state, [...states]),
      units === 'all' ? undefined : inArray(workCounts.unit, [...units]),
    ),
  )
  const rows = await reader
    .select({
      code: workCounts.unit,
      open: total(sql`${workCounts.count}`),
      ...parts(marks, workCounts, sql`${workCounts.count}`),
    })
    .from(workCounts)
    .where(or(...within))
    .groupBy(workCounts.unit)
    .orderBy(workCounts.unit)
  return rows.filter(({ open }) => open > 0)
}

/** How much everybody has on their desk, of some units or all. */
export async function personLoads(
  reader: Reader,
  units: readonly string[] | 'all',
  marks: Marks,
): Promise<(Load & { unit: string })[]> {
  if (units !== 'all' && units.length === 0) return []
  return reader
    .select({
      code: workItems.assignee,
      unit: workItems.unit,
      open: total(sql`1`),
      ...parts(marks, workItems, sql`1`),
    })
    .from(workItems)
    .where(and(HELD, units === 'all' ? undefined : inArray(workItems.unit, [...units])))
    .groupBy(workItems.assignee, workItems.unit)
    .orderBy(workItems.unit, workItems.assignee)
}

function parts(
  { overdueBy, riskBy, returned }: Marks,
  { dueDay, state }: typeof workCounts | typeof workItems,
  amount: SQL,
) {
  return {
    atRisk: total(
      sql`case when ${dueDay} > ${overdueBy} and ${dueDay} <= ${riskBy} then ${amount} else 0 end`,
    ),
    overdue: total(sql`case when ${dueDay} <= ${overdueBy} then ${amount} else 0 end`),
    returned: total(sql`case when ${state} in ${[...returned]} then ${amount} else 0 end`),
  }
}

function total(amount: SQL) {
  return sql<number>`coalesce(sum(${amount}), 0)`.mapWith(Number)
}

/** How many open items some members of staff have on their desks. */
export async function heldCounts(reader: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: workItems.assignee, count: total(sql`1`) })
    .from(workItems)
    .where(and(HELD, inArray(workItems.assignee, [...ids])))
    .groupBy(workItems.assignee)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Open items on somebody's desk. */
export async function heldBy(reader: Reader, assignee: string): Promise<WorkRow[]> {
  return reader
    .select()
    .from(workItems)
    .where(and(HELD, eq(workItems.assignee, assignee)))
    .orderBy(asc(workItems.dueDay), asc(workItems.id))
}

/** Open items on anybody's desk, in the order of their index, with the moment something last happened to them. */
export async function heldAfter(
  reader: Reader,
  after: Pick<WorkRow, 'assignee' | 'dueDay' | 'id'>,
  limit: number,
): Promise<{ row: WorkRow; lastAt: number }[]> {
  const rows = await reader
    .select()
    .from(workItems)
    .where(
      and(
        HELD,
        sql`(${workItems.assignee}, ${workItems.dueDay}, ${workItems.id}) > (${after.assignee}, ${after.dueDay}, ${after.id})`,
      ),
    )
    .orderBy(asc(workItems.assignee), asc(workItems.dueDay), asc(workItems.id))
    .limit(limit)
  if (rows.length === 0) return []
  const last = await reader
    .select({ workId: workEvents.workId, at: max(workEvents.at) })
    .from(workEvents)
    .where(
      inArray(
        workEvents.workId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(workEvents.workId)
  const lastAt = new Map(last.map(({ workId, at }) => [workId, at ?? 0]))
  return rows.map((row) => ({ row, lastAt: lastAt.get(row.id) ?? row.openedAt }))
}

/** Open items of a unit; those that were handed on are in another. */
export async function openOfUnit(reader: Reader, unit: string, limit: number): Promise<WorkRow[]> {
  return reader
    .select()
    .from(workItems)
    .where(and(OPEN, eq(workItems.unit, unit)))
    .limit(limit)
}

/** Work items by their ids. */
export async function workByIds(reader: Reader, ids: readonly string[]): Promise<Map<string, WorkRow>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select()
    .from(workItems)
    .where(inArray(workItems.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}
