import type { Reader } from '#db'
import { eventsOf, type WorkEventRow } from './store.ts'

/** One thing that happened, as the person it belongs to may read it. */
export interface TimelineEntry {
  workId: string
  move: string
  toState: string
  at: number
  by: 'owner' | 'staff' | 'system'
  note: string | null
  data: Record<string, unknown>
}

/** What happened to one work item, oldest first. */
export async function timeline(reader: Reader, workId: string): Promise<TimelineEntry[]> {
  return timelines(reader, [workId])
}

/** What happened to several work items, oldest first. */
export async function timelines(reader: Reader, workIds: string[]): Promise<TimelineEntry[]> {
  const events = await eventsOf(reader, workIds)
  return events.map(presentEvent)
}

function presentEvent(event: WorkEventRow): TimelineEntry {
  const by = event.actorKind === 'person' ? 'owner' : event.actorKind === 'staff' ? 'staff' : 'system'
  const { workId, move, toState, at, note, data } = event
  return { workId, move, toState, at, by, note, data }
}
