import type { Reader } from '#db'
import { isWorkAct } from '#shared/work/acts.ts'
import { eventsOf, type WorkEventRow } from './store.ts'

/** One thing that happened to a work item. */
export interface TimelineEntry {
  workId: string
  /** The version of the item after it. */
  seq: number
  move: string
  fromState: string
  toState: string
  at: number
  by: 'owner' | 'staff' | 'system'
  /** For colleagues at the desk, never for the person it belongs to. */
  actorId: string
  note: string | null
  data: Record<string, unknown>
}

/** What happened to one work item, oldest first. */
export async function timeline(reader: Reader, workId: string): Promise<TimelineEntry[]> {
  return timelines(reader, [workId])
}

/** What happened to several work items, oldest first; who had them on their desk meanwhile is no part of it. */
export async function timelines(reader: Reader, workIds: string[]): Promise<TimelineEntry[]> {
  const events = await eventsOf(reader, workIds)
  return events.filter(({ move }) => !isWorkAct(move)).map(presentEvent)
}

function presentEvent(event: WorkEventRow): TimelineEntry {
  const by = event.actorKind === 'person' ? 'owner' : event.actorKind === 'staff' ? 'staff' : 'system'
  const { workId, seq, move, fromState, toState, at, actorId, note, data } = event
  return { workId, seq, move, fromState, toState, at, by, actorId, note, data }
}
