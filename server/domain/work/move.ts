import { actorId } from '#shared/access/actor.ts'
import { RIGHTS, type Right } from '#shared/access/rights.ts'
import { absentBehind, doerOf } from '#shared/access/stand-in.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import {
  extendClock,
  momentNow,
  NO_CLOCK,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type Clock,
  type Moment,
} from '#shared/work/clock.ts'
import type { ClockEffect, Move } from '#shared/work/move.ts'
import { isPossible, possibleMoves, type Must } from '#shared/work/possible.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import { holderAfter } from '#shared/work/turn.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { workingTime } from '../settings/index.ts'
import { askForSomebody } from './assignment.ts'
import { requireNotHeld } from './hold.ts'
import { asLedNow, leadsIn, settleLeads } from './leads.ts'
import { addTally } from './store/tallies.ts'
import { insertEvent, updateWork, type WorkRow } from './store.ts'
import { unitNow } from './succession.ts'

export interface MoveInput {
  /** Words for the person it belongs to. */
  note?: string
  /** Working days of the clock that the move starts, or by which it extends the one that runs. */
  days?: number
  /** Working days that the law allows; no limit by default. */
  legalDays?: number
  /** When the clock that the move starts began; now by default. */
  from?: Moment
  /** Judges what the move names beyond its table. */
  holds?: Must
  /** Hands the item to another unit. */
  unit?: string
  /** Kept with the event, e.g. the explanation of a rule. No personal data. */
  data?: Record<string, unknown>
}

/**
 * Makes a move: checks that this actor may make it from this state, sets state and clock by compare-and-set, writes
 * the event, the audit line and the job that carries the consequences, all in the act's transaction.
 * @returns the item as it is afterwards
 * @throws Refusal move_not_possible (with what is possible), held_by_other (with who has it), changed_meanwhile,
 * invalid_input
 */
export async function moveWork(
  act: Act,
  item: WorkRow,
  name: string,
  input: MoveInput = {},
): Promise<WorkRow> {
  const table = MOVE_TABLES[item.kind]
  const move = table.moves[name]
  const { holds } = input
  if (move?.from.includes(item.state)) await requireNotHeld(act, item)
  if (!move || !isPossible(name, move, item, act.actor) || (move.must && holds && !holds(move.must))) {
    throw new Refusal('move_not_possible', { possible: possibleMoves(table, item, act.actor, holds) })
  }
  const note = input.note?.trim() || null
  if (move.needsNote && !note)
    throw new Refusal('invalid_input', { problems: [{ field: 'note', code: 'missing' }] })

  // Of whoever is away and whose right it was: on record, and bound by it too.
  const absent = absentBehind(act.actor, rightsOf(move), item.unit)
  const unit = input.unit ? unitNow(input.unit) : item.unit
  const doers = { ...item.doers, [name]: doerOf(act.actor, absent) }
  const change = {
    ...nextClock(act, item, move, input),
    state: move.to,
    leads: await leadsIn(act.tx, item, move.to),
    doers,
    unit,
    assignee: holderAfter(table, item, { ...item, state: move.to, unit, doers }, act.actor),
    ...(table.final.includes(move.to) && { closedAt: act.at }),
  }
  const before = await asLedNow(act.tx, item)
  if (!(await updateWork(act.tx, item, change))) throw new Refusal('changed_meanwhile')
  const after = { ...item, ...change, version: item.version + 1 }
  await settleLeads(act.tx, before, after)
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
    data: {
      ...input.data,
      ...(absent && { standInFor: absent }),
      ...(unit !== item.unit && { fromUnit: item.unit }),
    },
  })
  if (table.tallied?.includes(name)) {
    const day = dayOf(act.at)
    await addTally(act.tx, { kind: item.kind, move: name, day, inTime: day <= after.dueDay })
  }
  act.note({
    verb: `${item.kind}.${name}`,
    subjectKind: item.kind,
    subjectId: item.id,
    detail: { no: item.no, ...(absent && { standInFor: absent }) },
  })
  await emit(act, `${item.kind}.${name}`, `${item.id}:${item.version + 1}`, {
    workId: item.id,
    parentId: item.parentId,
  })
  if (after.state !== item.state || unit !== item.unit) await askForSomebody(act, after)
  return after
}

/** The rights by which staff make a move. */
function rightsOf({ by }: Move): Right[] {
  return RIGHTS.filter((right) => by.includes(right))
}

/** The clock after a move; what was told of its end before holds no more. */
function nextClock(
  act: Act,
  item: WorkRow,
  { clock }: Move,
  input: MoveInput,
): Partial<Clock & { signal: '' }> {
  if (!clock) return {}
  return { ...clockAfter(act, item, clock, input), ...(clock !== 'stop' && { signal: '' }) }
}

function clockAfter(act: Act, item: WorkRow, effect: ClockEffect, input: MoveInput): Clock {
  const { days, legalDays, from = momentNow(act.at) } = input
  const working = workingTime()
  if (effect === 'pause') return pauseClock(item, from, working)
  if (effect === 'resume') return resumeClock(item, from, working)
  if (effect === 'stop') return stopClock(item)
  if (effect === 'clear') return NO_CLOCK
  if (days === undefined) throw new Error('the module must say how many days the clock has')
  if (effect === 'extend') return extendClock(item, days, working)
  return startClock(effect.start, { days, legalDays }, from, working)
}
