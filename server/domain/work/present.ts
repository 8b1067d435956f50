import type { Actor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { isPublished } from '#shared/calendar/working-days.ts'
import { daysLeft, NO_DUE_DAY } from '#shared/work/clock.ts'
import { possibleMoves, type Must } from '#shared/work/possible.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import type { WorkView } from '#shared/work/view.ts'
import { workingTime } from '../settings/index.ts'
import type { WorkRow } from './store.ts'

/** A work item for an actor, at a moment. `holds` judges what its moves name beyond their table. */
export function presentWork(row: WorkRow, actor: Actor, at: number, holds?: Must): WorkView {
  const working = workingTime()
  const dueDay = row.clock === 'running' && row.dueDay !== NO_DUE_DAY ? row.dueDay : null
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    unit: row.unit,
    topic: row.topic,
    no: row.no,
    dueDay,
    dueTime: dueDay === null ? '' : row.dueTime,
    legalDay: dueDay === null || row.legalDay === NO_DUE_DAY ? null : row.legalDay,
    assignee: row.assignee,
    daysLeft: daysLeft(row, dayOf(at), working),
    provisional: dueDay !== null && !isPublished(dueDay, working.calendar),
    moves: possibleMoves(MOVE_TABLES[row.kind], row, actor, holds),
  }
}
