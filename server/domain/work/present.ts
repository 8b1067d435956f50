import type { Actor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { isPublished } from '#shared/calendar/working-days.ts'
import { daysLeft, NO_DUE_DAY } from '#shared/work/clock.ts'
import { possibleMoves } from '#shared/work/possible.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import type { WorkView } from '#shared/work/view.ts'
import { workingCalendar } from '../settings/index.ts'
import type { WorkRow } from './store.ts'

/** A work item for an actor, at a moment. */
export function presentWork(row: WorkRow, actor: Actor, at: number): WorkView {
  const calendar = workingCalendar()
  const dueDay = row.clock === 'running' && row.dueDay !== NO_DUE_DAY ? row.dueDay : null
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    unit: row.unit,
    topic: row.topic,
    no: row.no,
    dueDay,
    daysLeft: daysLeft(row, dayOf(at), calendar),
    provisional: dueDay !== null && !isPublished(dueDay, calendar),
    moves: possibleMoves(MOVE_TABLES[row.kind], row, actor),
  }
}
