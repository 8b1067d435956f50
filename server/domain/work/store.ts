import {
  aliasedTable,
  and,
  asc,
  count,
  countDistinct,
  eq,
  gt,
  inArray,
  lt,
  lte,
  notExists,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { workEvents, workItems } from '#db/schema/work.ts'
import type { Actor } from '#shared/access/actor.ts'
import { can, unitsWith } from '#shared/access/can.ts'
import type { Right } from '#shared/access/rights.ts'
import type { MoveTable, WorkKind } from '#shared/work/move.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'

export type WorkRow = typeof workItems.$inferSelect
export type WorkEventRow = typeof workEvents.$inferSelect

/** The right that opens each kind of work to staff. */
const READING: Record<WorkKind, Right> = {
  caseItem: 'cases.read',
  ticket: 'tickets.read',
  rectification: 'rectifications.read',
  subscription: 'exchange.browse',
  dataObjection: 'exchange.browse',
  lookupQuestion: 'exchange.browse',
}

export async function insertWork(tx: Tx, rows: WorkRow[], events: WorkEventRow[]): Promise<void> {
  await insertRows(tx, 'work.items', workItems, rows)
  await insertRows(tx, 'work.events', workEvents, events)
}

export async function workOf(reader: Reader, id: string): Promise<WorkRow | undefined> {
  const [row] = await reader.select().from(workItems).where(eq(workItems.id, id))
  return row
}

/** All work items that belong to a case, a ticket or a rating, in the order they were opened. */
export async function workOfParent(reader: Reader, parentId: string): Promise<WorkRow[]> {
  return reader
    .select()
    .from(workItems)
    .where(eq(workItems.parentId, parentId))
    .orderBy(asc(workItems.openedAt), asc(workItems.id))
}

/** Whether an actor may see a work item: its owner, or staff with the reading right in its unit. */
export function workVisible(row: Pick<WorkRow, 'kind' | 'unit' | 'ownerId'>, actor: Actor): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'person') return actor.id === row.ownerId
  const units = unitsWith(actor, READING[row.kind])
  return units === 'all' || units.includes(row.unit)
}

/** Open work items of a kind in certain states, the oldest first. */
export async function workInState(
  reader: Reader,
  kind: WorkKind,
  states: readonly string[],
): Promise<WorkRow[]> {
  return reader
    .select()
    .from(workItems)
    .where(and(eq(workItems.closedAt, 0), eq(workItems.kind, kind), inArray(workItems.state, [...states])))
    .orderBy(asc(workItems.openedAt), asc(workItems.id))
}

/** Changes a work item if it still has the version it was read with. */
export async function updateWork(tx: Tx, row: WorkRow, change: Partial<WorkRow>): Promise<boolean> {
  const changed = await tx
    .update(workItems)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(workItems.id, row.id), eq(workItems.version, row.version)))
    .returning({ id: workItems.id })
  return changed.length === 1
}

export async function insertEvent(tx: Tx, event: WorkEventRow): Promise<void> {
  await insertRows(tx, 'work.events', workEvents, [event])
}

export async function eventsOf(reader: Reader, workIds: string[]): Promise<WorkEventRow[]> {
  if (workIds.length === 0) return []
  return reader
    .select()
    .from(workEvents)
    .where(inArray(workEvents.workId, workIds))
    .orderBy(asc(workEvents.at), asc(workEvents.seq), asc(workEvents.id))
}

/** States in which the items of a parent are worked on together, on one page: in the inbox they are one line. */
const TOGETHER = ['received', 'correcting']

/** Whether an item is worked on with its siblings, on the page of their parent. */
export function isTogether({ state }: Pick<WorkRow, 'state'>): boolean {
  return TOGETHER.includes(state)
}

/** The table under another name, where an item is compared with its siblings. */
const siblings = aliasedTable(workItems, 'siblings')

/**
 * What waits for an actor: open work in states from which one of their rights allows a move. Whoever supervises sees
 * all they may read.
 */
function waitsFor(actor: Actor, on: typeof workItems): SQL | undefined {
  const parts = can(actor, 'work.supervise')
    ? readable(actor, on)
    : Object.values(MOVE_TABLES).flatMap((table) => doable(actor, table, on))
  return parts.length > 0 ? or(...parts) : sql`1 = 0`
}

function readable(actor: Actor, on: typeof workItems): (SQL | undefined)[] {
  return Object.entries(READING).flatMap(([kind, right]) =>
    within(actor, right, eq(on.kind, kind as WorkKind), on),
  )
}

function doable(actor: Actor, table: MoveTable, on: typeof workItems): (SQL | undefined)[] {
  const moves = Object.values(table.moves)
  const rights = new Set(
    moves.flatMap((move) => move.by).filter((doer) => doer !== 'owner' && doer !== 'system'),
  )
  return [...rights].flatMap((right) => {
    const states = [...new Set(moves.filter((move) => move.by.includes(right)).flatMap((move) => move.from))]
    return within(actor, right, and(eq(on.kind, table.kind), inArray(on.state, states)), on)
  })
}

function within(
  actor: Actor,
  right: Right,
  what: SQL | undefined,
  on: typeof workItems,
): (SQL | undefined)[] {
  const units = unitsWith(actor, right)
  if (units === 'all') return [what]
  return units.length > 0 ? [and(what, inArray(on.unit, units))] : []
}

export interface InboxFilter {
  kind?: WorkKind
  states?: readonly string[]
  dueBy?: string
}

function filtered(actor: Actor, filter: InboxFilter, on = workItems): SQL | undefined {
  return and(
    eq(on.closedAt, 0),
    waitsFor(actor, on),
    filter.kind && eq(on.kind, filter.kind),
    filter.states && inArray(on.state, [...filter.states]),
    filter.dueBy ? lte(on.dueDay, filter.dueBy) : undefined,
  )
}

/**
 * A page of the inbox by due day; `after` is the last row of the page before. Of items that are worked on together only
 * the first comes; `togetherOf` says how many they are.
 */
export async function inboxPage(
  reader: Reader,
  actor: Actor,
  filter: InboxFilter,
  after: { dueDay: string; id: string } | null,
  limit: number,
): Promise<WorkRow[]> {
  const beyond = after
    ? or(
        gt(workItems.dueDay, after.dueDay),
        and(eq(workItems.dueDay, after.dueDay), gt(workItems.id, after.id)),
      )
    : undefined
  const earlier = reader
    .select({ id: siblings.id })
    .from(siblings)
    .where(
      and(
        eq(siblings.parentId, workItems.parentId),
        inArray(siblings.state, TOGETHER),
        filtered(actor, filter, siblings),
        or(
          lt(siblings.dueDay, workItems.dueDay),
          and(eq(siblings.dueDay, workItems.dueDay), lt(siblings.id, workItems.id)),
        ),
      ),
    )
  return reader
    .select()
    .from(workItems)
    .where(
      and(filtered(actor, filter), beyond, or(notInArray(workItems.state, TOGETHER), notExists(earlier))),
    )
    .orderBy(asc(workItems.dueDay), asc(workItems.id))
    .limit(limit)
}

/** How many items of each parent are worked on together, of those that wait for an actor. */
export async function togetherOf(
  reader: Reader,
  actor: Actor,
  filter: InboxFilter,
  parentIds: string[],
): Promise<Map<string, number>> {
  if (parentIds.length === 0) return new Map()
  const rows = await reader
    .select({ parentId: workItems.parentId, count: count() })
    .from(workItems)
    .where(
      and(
        inArray(workItems.parentId, parentIds),
        inArray(workItems.state, TOGETHER),
        filtered(actor, filter),
      ),
    )
    .groupBy(workItems.parentId)
  return new Map(rows.map(({ parentId, count: each }) => [parentId, each]))
}

/** How many open items wait for an actor, and of how many parents, by kind and state; perhaps only those due by a day. */
export async function countByState(reader: Reader, actor: Actor, dueBy?: string) {
  return reader
    .select({
      kind: workItems.kind,
      state: workItems.state,
      count: count(),
      parents: countDistinct(workItems.parentId),
    })
    .from(workItems)
    .where(filtered(actor, dueBy ? { dueBy } : {}))
    .groupBy(workItems.kind, workItems.state)
}
