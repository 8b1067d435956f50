import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import { NO_CLOCK, pauseClock, resumeClock, startClock, stopClock, type Clock } from '#shared/work/clock.ts'
import type { Move } from '#shared/work/move.ts'
import { isPossible, possibleMoves } from '#shared/work/possible.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { workingCalendar } from '../settings/index.ts'
import { insertEvent, updateWork, type WorkRow } from './store.ts'

export interface MoveInput {
  /** Words for the person it belongs to. */
  note?: string
  /** Working days of the clock that the move starts. */
  days?: number
  /** Hands the item to another unit. */
  unit?: string
  /** Kept with the event, e.g. the explanation of a rule. No personal data. */
  data?: Record<string, unknown>
}

/**
 * Makes a move: checks that this actor may make it from this state, sets state and clock by compare-and-set, writes
 * the event, the audit line and the job that carries the consequences, all in the act's transaction.
 * @returns the item as it is afterwards
 * @throws Refusal move_not_possible (with what is possible), changed_meanwhile, invalid_input
 */
export async function moveWork(
  act: Act,
  item: WorkRow,
  name: string,
  input: MoveInput = {},
): Promise<WorkRow> {
  const table = MOVE_TABLES[item.kind]
  const move = table.moves[name]
  if (!move || !isPossible(move, item, act.actor)) {
    throw new Refusal('move_not_possible', { possible: possibleMoves(table, item, act.actor) })
  }
  const note = input.note?.trim() || null
  if (move.needsNote && !note)
    throw new Refusal('invalid_input', { problems: [{ field: 'note', code: 'missing' }] })

  const change = {
    ...nextClock(act, item, move, input.days),
    state: move.to,
    doers: { ...item.doers, [name]: actorId(act.actor) },
    ...(input.unit && { unit: input.unit }),
    ...(table.final.includes(move.to) && { closedAt: act.at }),
  }
  if (!(await updateWork(act.tx, item, change))) throw new Refusal('changed_meanwhile')
  await insertEvent(act.tx, {
    id: newId(act.at),
    workId: item.id,
    seq: item.version + 1,
    move: name,
    fromState: item.state,
    toState: move.to,
    actorKind: act.actor.kind,
    actorId: actorId(act.actor),
    at: act.at,
    note,
    data: input.data ?? {},
  })
  act.note({
    verb: `${item.kind}.${name}`,
    subjectKind: item.kind,
    subjectId: item.id,
    detail: { no: item.no },
  })
  await emit(act, `${item.kind}.${name}`, `${item.id}:${item.version + 1}`, {
    workId: item.id,
    parentId: item.parentId,
  })
  return { ...item, ...change, version: item.version + 1 }
}

function nextClock(act: Act, item: WorkRow, move: Move, days: number | undefined): Partial<Clock> {
  if (!move.clock) return {}
  const today = dayOf(act.at)
  const calendar = workingCalendar()
  if (move.clock === 'pause') return pauseClock(item, today, calendar)
  if (move.clock === 'resume') return resumeClock(item, today, calendar)
  if (move.clock === 'stop') return stopClock(item)
  if (move.clock === 'clear') return NO_CLOCK
  if (days === undefined)
    throw new Error(`${move.clock.start}: the module must say how many days the clock has`)
  return startClock(move.clock.start, days, today, calendar)
}
