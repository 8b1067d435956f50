import { dayOf, momentOf } from '#shared/calendar/day.ts'
import type { WorkingTime } from '#shared/calendar/office-hours.ts'
import { subtractWorkdays } from '#shared/calendar/working-days.ts'
import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import type { ServiceItem } from '#shared/catalog/documents.ts'
import type { Move } from '#shared/work/move.ts'
import type { Draw } from './draw.ts'
import type { Clocks } from './history.ts'
import type { MoveName } from './ways.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Closed cases go back so far; the last month brought what is open. */
const YEARS_MS = 3 * 365 * DAY_MS
const LATELY_MS = 30 * DAY_MS

/** Of a hundred clocks that run, so many ran out, by at most so many working days. */
const OVERDUE = 0.05
const LATE_DAYS = 8

/** One act of the counter follows the other after so long. */
const APART_MS = 22 * HOUR_MS

const TABLE: Readonly<Record<string, Move>> = CASE_ITEM_MOVES.moves

/** When things happened, in a city that has reached a moment. */
export interface Times {
  /** The moments of an item that reached its end: opened, and each move. @param share its place among all of them, 0 to 1 */
  ended(moves: readonly MoveName[], share: number): number[]
  /** Those of an item under way: its clock began as long ago as leaves it a likely part of its days. */
  underWay(moves: readonly MoveName[], item: ServiceItem): number[]
  /** Those of an item with so many moves that needs another one of the case, by the moments of that. */
  ofAnother(moves: number, first: readonly number[], open: boolean): number[]
}

export function timesOf(at: number, working: WorkingTime, clocks: Clocks, draw: Draw): Times {
  const today = dayOf(at)
  const dayBefore = new Map<number, string>()

  function inOffice(moment: number): number {
    return momentOf(dayOf(moment), '09:00') + draw.whole(0, 8 * HOUR_MS)
  }

  function onwards(from: number, count: number): number[] {
    let moment = from
    return Array.from({ length: count }, () => (moment += draw.whole(HOUR_MS / 2, 8 * HOUR_MS)))
  }

  /** Some moments between two, in order. */
  function between(from: number, until: number, count: number): number[] {
    return Array.from({ length: count }, (_, i) =>
      Math.floor(from + ((until - from) * (i + 1)) / (count + 1)),
    )
  }

  function workdaysAgo(days: number): number {
    let day = dayBefore.get(days)
    if (day === undefined) dayBefore.set(days, (day = subtractWorkdays(today, days, working.calendar)))
    const opens = momentOf(day, '00:30')
    return draw.whole(opens, Math.min(at - 1, opens + 15 * HOUR_MS))
  }

  return {
    ended(moves, share) {
      const sent = inOffice(at - YEARS_MS + share * (YEARS_MS - LATELY_MS))
      return [sent, ...onwards(sent, moves.length)]
    },
    underWay(moves, item) {
      const begins = moves.findLastIndex((name) => typeof TABLE[name]?.clock === 'object')
      const starts = TABLE[moves[begins] ?? '']
      const opened = clocks.opened(item, at)
      const { clockDays } = starts ? clocks.after(opened, item, starts, at) : opened
      const late = draw.chance(OVERDUE) ? draw.whole(1, LATE_DAYS) : 0
      const begun = workdaysAgo(late > 0 ? Math.ceil(clockDays) + late : draw.whole(0, Math.floor(clockDays)))
      const before = Array.from({ length: begins + 1 }, (_, i) => begun - (begins + 1 - i) * APART_MS)
      return [...before, begun, ...between(begun, at, moves.length - begins - 1)]
    },
    ofAnother(moves, first, open) {
      const [sent = at, accepted = sent] = first
      if (moves === 0) return [sent]
      const last = first.at(-1) ?? at
      return [sent, accepted, ...(open ? between(last, at, moves - 1) : onwards(last, moves - 1))]
    },
  }
}
