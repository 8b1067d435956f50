import { addDays, dayOf, momentOf } from '#shared/calendar/day.ts'
import type { BoardPeriod } from '#shared/exchange/board-view.ts'

const MINUTE_MS = 60_000

/** A period of the board: its first day and minute, and how many minutes a bar of its picture stands for. */
export interface Stretch {
  day: string
  /** Epoch minutes. */
  minute: number
  stretch: number
  /** How many bars there are, the one under way included. */
  bars: number
}

const DAYS: Readonly<Record<BoardPeriod, number>> = { today: 1, week: 7, month: 30 }

/** Today by the hour; seven or thirty days by the day, today included. */
export function stretchOf(period: BoardPeriod, at: number): Stretch {
  const day = addDays(dayOf(at), 1 - DAYS[period])
  const minute = momentOf(day) / MINUTE_MS
  const stretch = period === 'today' ? 60 : 1440
  return { day, minute, stretch, bars: Math.floor((at / MINUTE_MS - minute) / stretch) + 1 }
}

/** What a bar is called: 09:00, or 11-23. */
export function labelOf({ day, stretch }: Stretch, bar: number): string {
  return stretch === 60 ? `${String(bar).padStart(2, '0')}:00` : addDays(day, bar).slice(5)
}
