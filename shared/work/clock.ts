import { addWorkdays, countWorkdays, isWorkday, type Calendar } from '../calendar/working-days.ts'

/** A due day for what has no clock running: sorts last on both engines. */
export const NO_DUE_DAY = '9999-12-31'

/** A clock in working days. Days used up before the last start are kept, so that pauses take nothing away. */
export interface Clock {
  clock: 'none' | 'running' | 'paused' | 'stopped'
  clockName: string
  clockDays: number
  clockUsed: number
  clockFrom: string
  dueDay: string
}

export const NO_CLOCK: Clock = {
  clock: 'none',
  clockName: '',
  clockDays: 0,
  clockUsed: 0,
  clockFrom: '',
  dueDay: NO_DUE_DAY,
}

/**
 * Starts a clock of so many working days; the day it starts on does not count (行政许可法 §82). Nought days means
 * on the spot: due the same day, or the next working day when it is none.
 */
export function startClock(name: string, days: number, today: string, calendar: Calendar): Clock {
  return {
    clock: 'running',
    clockName: name,
    clockDays: days,
    clockUsed: 0,
    clockFrom: today,
    dueDay: due(today, days, calendar),
  }
}

/** Stops the count: the day of the pause still counts as used, domain.md §2.8. */
export function pauseClock(clock: Clock, today: string, calendar: Calendar): Clock {
  if (clock.clock !== 'running') return clock
  const used = clock.clockUsed + Math.max(0, countWorkdays(clock.clockFrom, today, calendar))
  return { ...clock, clock: 'paused', clockUsed: used, dueDay: NO_DUE_DAY }
}

/** Goes on with what was left, from the day after. */
export function resumeClock(clock: Clock, today: string, calendar: Calendar): Clock {
  if (clock.clock !== 'paused') return clock
  const left = clock.clockDays - clock.clockUsed
  return { ...clock, clock: 'running', clockFrom: today, dueDay: due(today, left, calendar) }
}

export function stopClock(clock: Clock): Clock {
  return clock.clock === 'none' ? clock : { ...clock, clock: 'stopped' }
}

/** Working days left until the due day; negative when overdue; null when no clock runs. */
export function daysLeft(clock: Clock, today: string, calendar: Calendar): number | null {
  return clock.clock === 'running' ? countWorkdays(today, clock.dueDay, calendar) : null
}

function due(from: string, days: number, calendar: Calendar): string {
  if (days > 0) return addWorkdays(from, days, calendar)
  return isWorkday(from, calendar) ? from : addWorkdays(from, 1, calendar)
}
