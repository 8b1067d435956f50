import type { Actor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { isPublished } from '#shared/calendar/working-days.ts'
import { daysLeft, NO_DUE_DAY } from '#shared/work/clock.ts'
import { possibleMoves, type Must } from '#shared/work/possible.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import type { WorkView } from '#shared/work/view.ts'
import type { WorkingTime } from '#shared/calendar/office-hours.ts'
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
    daysLeft: leftOf(row, dayOf(at), working),
    provisional: dueDay !== null && !isPublished(dueDay, working.calendar),
    moves: possibleMoves(MOVE_TABLES[row.kind], row, actor, holds),
  }
}

/** So many spans are kept: a list has few due days, and walking to a far one through the calendar takes long. */
const MOST_KEPT = 1000

let kept = { calendar: workingTime().calendar, left: new Map<string, number | null>() }

function leftOf(row: WorkRow, today: string, working: WorkingTime): number | null {
  if (kept.calendar !== working.calendar || kept.left.size > MOST_KEPT)
    kept = { calendar: working.calendar, left: new Map() }
  const key = `${row.clock} ${today} ${row.dueDay}`
  let left = kept.left.get(key)
  if (left === undefined) kept.left.set(key, (left = daysLeft(row, today, working)))
  return left
}
