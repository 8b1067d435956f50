import type { workEvents, workItems } from '#db/schema/work.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { WorkingTime } from '#shared/calendar/office-hours.ts'
import { receivedDay } from '#shared/calendar/working-days.ts'
import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import { spanOf } from '#shared/cases/promise.ts'
import type { ServiceItem } from '#shared/catalog/documents.ts'
import {
  isOverdue,
  momentNow,
  NO_CLOCK,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type Clock,
  type Span,
} from '#shared/work/clock.ts'
import type { Move } from '#shared/work/move.ts'
import type { Draw } from './draw.ts'
import type { Stored } from './bulk.ts'
import type { MoveName } from './ways.ts'

export type ItemRow = Stored<typeof workItems>
export type EventRow = Stored<typeof workEvents>

/** Who acts on an item. */
export interface Hands {
  owner: string
  counter: string
  reviewer: string
  head: string
}

/** An item's state, clock and doers after its moves, and what happened to it. */
export interface History {
  state: string
  clock: Clock
  doers: Record<string, string>
  closedAt: number
  events: EventRow[]
}

const TABLE: Readonly<Record<string, Move>> = CASE_ITEM_MOVES.moves
const FINAL: readonly string[] = CASE_ITEM_MOVES.final

/** The words of a move that needs some, and what is kept with the event. */
export type SaidWith = (move: string) => { note: Buffer | null; data: Record<string, unknown> }

/**
 * What follows from an item's moves, as the work engine would have written it.
 * @param times the moment it was opened, and that of each move
 * @throws Error when the table does not allow one of the moves
 */
export function historyOf(
  {
    item,
    workId,
    moves,
    times,
  }: { item: ServiceItem; workId: string; moves: readonly MoveName[]; times: number[] },
  hands: Hands,
  clocks: Clocks,
  said: SaidWith,
  draw: Draw,
): History {
  const [openedAt = 0] = times
  const history: History = {
    state: 'received',
    clock: clocks.opened(item, openedAt),
    doers: { open: hands.owner },
    closedAt: 0,
    events: [event(1, 'open', '', 'received', openedAt, 'person', hands.owner)],
  }
  moves.forEach((name, i) => {
    const move = TABLE[name]
    if (!move?.from.includes(history.state)) throw new Error(`${name} is not possible from ${history.state}`)
    const at = times[i + 1] ?? openedAt
    const [kind, id] = moverOf(move, hands)
    history.events.push(event(i + 2, name, history.state, move.to, at, kind, id))
    history.clock = clocks.after(history.clock, item, move, at)
    history.doers[name] = id
    history.state = move.to
    if (FINAL.includes(move.to)) history.closedAt = at
  })
  return history

  function event(
    seq: number,
    move: string,
    fromState: string,
    toState: string,
    at: number,
    actorKind: string,
    actorId: string,
  ): EventRow {
    return { id: draw.id(at), workId, seq, move, fromState, toState, actorKind, actorId, at, ...said(move) }
  }
}

/** Whoever the table names first makes a move; results are fetched by their owners. */
function moverOf({ by }: Move, hands: Hands): [kind: string, id: string] {
  const [first] = by
  if (first === 'owner') return ['person', hands.owner]
  if (first === 'system') return ['system', 'cases']
  if (first === 'cases.approve') return ['staff', hands.head]
  return ['staff', first === 'cases.decide' ? hands.reviewer : hands.counter]
}

/** The clocks of items; equal ones are worked out once. */
export interface Clocks {
  opened(item: ServiceItem, at: number): Clock
  after(clock: Clock, item: ServiceItem, move: Move, at: number): Clock
}

const noFacts = () => undefined

export function clocksOf(working: WorkingTime, receptionDays: number, deliveryDays: number): Clocks {
  const known = new Map<string, Clock>()
  const SPANS: Readonly<Record<string, (item: ServiceItem) => Span>> = {
    reception: ({ service }) => ({ days: service.acceptDays, legalDays: receptionDays }),
    promised: (item) => spanOf(item, noFacts),
    delivery: ({ service }) => ({ days: service.deliverDays, legalDays: deliveryDays }),
  }

  function started(name: string, item: ServiceItem, day: string): Clock {
    const key = `${name} ${item.code} ${day}`
    let clock = known.get(key)
    if (!clock) {
      clock = startClock(name, SPANS[name]?.(item) ?? { days: 0 }, { day, time: '10:00' }, working)
      known.set(key, clock)
    }
    return clock
  }

  return {
    opened: (item, at) =>
      started('reception', item, receivedDay(at, working.calendar, working.hours.endOfDay)),
    after(clock, item, { clock: effect }, at) {
      if (!effect) return clock
      if (typeof effect === 'object') return started(effect.start, item, dayOf(at))
      if (effect === 'pause') return pauseClock(clock, momentNow(at), working)
      if (effect === 'resume') return resumeClock(clock, momentNow(at), working)
      return effect === 'clear' ? NO_CLOCK : stopClock(clock)
    },
  }
}

/** What has been told of a clock's end: red when it passed, yellow when it is near. */
export function signalOf(clock: Clock, at: number, soon: string): '' | 'yellow' | 'red' {
  if (clock.clock !== 'running') return ''
  if (isOverdue(clock, momentNow(at))) return 'red'
  return clock.dueDay <= soon ? 'yellow' : ''
}
