import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { workEvents, workItems } from '#db/schema/work.ts'
import type { Actor } from '#shared/access/actor.ts'
import { unitsWith } from '#shared/access/can.ts'
import type { WorkKind } from '#shared/work/move.ts'
import { READING } from './scopes.ts'

export type WorkRow = typeof workItems.$inferSelect
export type WorkEventRow = typeof workEvents.$inferSelect

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

/** Other work of the same person on the same thing, the newest first. */
export async function workOfOwner(
  reader: Reader,
  { id, kind, ownerId, topic }: Pick<WorkRow, 'id' | 'kind' | 'ownerId' | 'topic'>,
  limit: number,
): Promise<WorkRow[]> {
  return reader
    .select()
    .from(workItems)
    .where(
      and(
        eq(workItems.ownerId, ownerId),
        eq(workItems.topic, topic),
        eq(workItems.kind, kind),
        ne(workItems.id, id),
      ),
    )
    .orderBy(desc(workItems.openedAt), desc(workItems.id))
    .limit(limit)
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
  await insertEvents(tx, [event])
}

export async function insertEvents(tx: Tx, events: readonly WorkEventRow[]): Promise<void> {
  await insertRows(tx, 'work.events', workEvents, events)
}

/** What happened to work items, by time; to each of them in its order, though a clock was set back meanwhile. */
export async function eventsOf(reader: Reader, workIds: string[]): Promise<WorkEventRow[]> {
  if (workIds.length === 0) return []
  const events = await reader
    .select()
    .from(workEvents)
    .where(inArray(workEvents.workId, workIds))
    .orderBy(asc(workEvents.seq), asc(workEvents.id))
  const latest = new Map<string, number>()
  const placed = events.map((event) => {
    const at = Math.max(event.at, latest.get(event.workId) ?? 0)
    latest.set(event.workId, at)
    return { event, at }
  })
  // The sort is stable: at one moment the order is that of the query.
  return placed.sort((one, other) => one.at - other.at).map(({ event }) => event)
}
