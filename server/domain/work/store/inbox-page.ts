import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { dialect, prepared, type Reader } from '#db'
import { workItems } from '#db/schema/work.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { Scope } from './counts.ts'
import { narrowed } from '../scopes.ts'
import type { WorkRow } from '../store.ts'
import { alongRuns, valuesOfRuns, type Asked, type Run } from './inbox-runs.ts'

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
  const wanted = narrowed(scopes, filter)
  const found = filter.assignee
    ? await ownRows(reader, wanted, filter, after, limit)
    : await rowsOfRuns(
        reader,
        wanted.flatMap((scope) => runsOf(scope, filter)),
        { dueBy: filter.dueBy, after, limit, unassigned: filter.assignee === '' },
      )
  return found.sort(byDueDay)
}

/** One run along an index for each state, of each unit or of all. */
function runsOf({ kind, states, units }: Scope, { unit }: InboxFilter): Run[] {
  const wanted = units === 'all' ? [unit || null] : units.filter((each) => !unit || each === unit)
  return states.flatMap((state) => wanted.map((each) => ({ kind, state, unit: each })))
}

async function rowsOfRuns(reader: Reader, runs: readonly Run[], asked: Asked): Promise<WorkRow[]> {
  if (runs.length === 0) return []
  const { ids, shape } = alongRuns(runs, asked)
  const rows = (on: Reader) =>
    on
      .select()
      .from(workItems)
      .where(sql`${workItems.id} in (${ids})`)
  if (dialect === 'postgres') return rows(reader)
  // There are as many shapes as ways to ask; making one costs more than reading the page.
  return prepared(reader, `work.inbox ${shape}`, (on) => rows(on).prepare()).execute(
    valuesOfRuns(runs, asked),
  )
}

/** What somebody has on their desk is read along its own index. */
async function ownRows(
  reader: Reader,
  scopes: readonly Scope[],
  { assignee = '', unit, dueBy }: InboxFilter,
  after: After | null,
  limit: number,
): Promise<WorkRow[]> {
  if (scopes.length === 0) return []
  return reader
    .select()
    .from(workItems)
    .where(
      and(
        sql.raw(`closed_at = 0 and leads and assignee <> ''`),
        eq(workItems.assignee, assignee),
        or(...scopes.map((scope) => within(scope, unit))),
        after ? sql`(${workItems.dueDay}, ${workItems.id}) > (${after.dueDay}, ${after.id})` : undefined,
        dueBy === undefined ? undefined : sql`${workItems.dueDay} <= ${dueBy}`,
      ),
    )
    .orderBy(workItems.dueDay, workItems.id)
    .limit(limit)
}

function within({ kind, states, units }: Scope, unit: string | undefined): SQL | undefined {
  return and(
    eq(workItems.kind, kind),
    inArray(workItems.state, [...states]),
    units === 'all' ? undefined : inArray(workItems.unit, [...units]),
    unit ? eq(workItems.unit, unit) : undefined,
  )
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
