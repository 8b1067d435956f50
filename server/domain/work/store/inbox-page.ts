import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '#db'
import { workItems } from '#db/schema/work.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { Scope } from './counts.ts'
import { narrowed } from '../scopes.ts'
import type { WorkRow } from '../store.ts'

/** What of the inbox is asked for; everything by default. */
export interface InboxFilter {
  kind?: WorkKind
  states?: readonly string[]
  unit?: string
  /** Due by the end of this day. */
  dueBy?: string
  /** Only what this member of staff has on their desk; empty: only what nobody has. */
  assignee?: string
}

/** The last row of the page before. */
export interface After {
  dueDay: string
  id: string
}

/** Written out and not bound: only so can the engines use their partial indexes. */
const OPEN = sql.raw('closed_at = 0')
const LEADS = sql.raw('leads')

/**
 * A page of the inbox by due day. Each state of each unit is read along its own index, so many rows as the page has at
 * most: the time does not grow with the work there is.
 */
export async function inboxPage(
  reader: Reader,
  scopes: readonly Scope[],
  filter: InboxFilter,
  after: After | null,
  limit: number,
): Promise<WorkRow[]> {
  const parts = narrowed(scopes, filter).flatMap((scope) => branches(scope, filter))
  const conditions = filter.assignee ? ownBranch(parts, filter.assignee) : parts
  if (conditions.length === 0) return []
  const found = await reader
    .select()
    .from(workItems)
    .where(inArray(workItems.id, idsOf(conditions, filter, after, limit)))
  return found.sort(byDueDay).slice(0, limit)
}

/** One condition for each run along an index. */
function branches({ kind, states, units }: Scope, { unit, assignee }: InboxFilter): SQL[] {
  const wanted = units === 'all' ? (unit ? [unit] : [null]) : units.filter((each) => !unit || each === unit)
  return states.flatMap((state) =>
    wanted.map((each) =>
      every(
        each === null ? undefined : eq(workItems.unit, each),
        eq(workItems.kind, kind),
        eq(workItems.state, state),
        assignee === '' ? eq(workItems.assignee, '') : undefined,
      ),
    ),
  )
}

/** What somebody has on their desk is read along its own index. */
function ownBranch(parts: readonly SQL[], assignee: string): SQL[] {
  return parts.length === 0
    ? []
    : [every(sql.raw(`assignee <> ''`), eq(workItems.assignee, assignee), or(...parts))]
}

function idsOf(conditions: readonly SQL[], { dueBy }: InboxFilter, after: After | null, limit: number): SQL {
  const beyond = after && sql`(${workItems.dueDay}, ${workItems.id}) > (${after.dueDay}, ${after.id})`
  const until = dueBy && sql`${workItems.dueDay} <= ${dueBy}`
  const runs = conditions.map(
    (condition) =>
      sql`select id from (select ${workItems.id} from ${workItems} where ${every(
        OPEN,
        LEADS,
        condition,
        beyond || undefined,
        until || undefined,
      )} order by ${workItems.dueDay}, ${workItems.id} limit ${limit}) run`,
  )
  return sql`(${sql.join(runs, sql` union all `)})`
}

function every(...conditions: (SQL | undefined)[]): SQL {
  return and(...conditions) ?? sql`1 = 1`
}

function byDueDay(a: WorkRow, b: WorkRow): number {
  if (a.dueDay !== b.dueDay) return a.dueDay < b.dueDay ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** How many items of each parent stand in one of these states. */
export async function togetherOf(
  reader: Reader,
  parentIds: readonly string[],
  states: readonly string[],
): Promise<Map<string, number>> {
  if (parentIds.length === 0) return new Map()
  const rows = await reader
    .select({ parentId: workItems.parentId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(workItems)
    .where(and(inArray(workItems.parentId, [...parentIds]), inArray(workItems.state, [...states])))
    .groupBy(workItems.parentId)
  return new Map(rows.map(({ parentId, count }) => [parentId, count]))
}
