import { asc, eq, gte, inArray } from 'drizzle-orm'
import type { Reader } from '#db'
import { workEvents, workItems } from '#db/schema/work.ts'
import type { WorkKind } from '#shared/work/move.ts'

/** What happened to a work item: where it was before, and where it is. */
export interface WorkChange {
  id: string
  kind: WorkKind
  fromState: string
  state: string
  fromUnit: string
  unit: string
  /** Whether it is a line of the inbox. */
  leads: boolean
  actorId: string
}

/** The ids of what happened since, oldest first. */
export async function eventIdsSince(reader: Reader, since: string, limit: number): Promise<string[]> {
  const rows = await reader
    .select({ id: workEvents.id })
    .from(workEvents)
    .where(gte(workEvents.id, since))
    .orderBy(asc(workEvents.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** What these events did. */
export async function changesOf(reader: Reader, ids: readonly string[]): Promise<WorkChange[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select({
      id: workItems.id,
      kind: workItems.kind,
      fromState: workEvents.fromState,
      state: workEvents.toState,
      unit: workItems.unit,
      leads: workItems.leads,
      actorId: workEvents.actorId,
      data: workEvents.data,
    })
    .from(workEvents)
    .innerJoin(workItems, eq(workItems.id, workEvents.workId))
    .where(inArray(workEvents.id, [...ids]))
    .orderBy(asc(workEvents.id))
  return rows.map(({ data, ...row }) => ({
    ...row,
    fromUnit: typeof data.fromUnit === 'string' ? data.fromUnit : row.unit,
  }))
}
