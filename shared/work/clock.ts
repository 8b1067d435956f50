import { dayOf, timeOf } from '../calendar/day.ts'
import type { WorkingTime } from '../calendar/office-hours.ts'
import { addWorkdays, countWorkdays, isWorkday, subtractWorkdays } from '../calendar/working-days.ts'

/** A due day for what has no clock running: sorts last on both engines. */
export const NO_DUE_DAY = '9999-12-31'

/**
 * A clock in working days. Days used up before the last start are kept, so that pauses take nothing away. Two ends
 * are kept: what was promised, and what the law allows.
 */
export interface Clock {
  clock: 'none' | 'running' | 'paused' | 'stopped'
  clockName: string
  /** Working days promised; halves are possible. */
  clockDays: number
  /** Working days the law allows; 0 where it sets none. */
  legalDays: number
  clockUsed: number
  clockFrom: string
  /** The last day and the time on it by which it must be done. */
  dueDay: string
  dueTime: string
  legalDay: string
}

export const NO_CLOCK: Clock = {
  clock: 'none',
  clockName: '',
  clockDays: 0,
  legalDays: 0,
  clockUsed: 0,
  clockFrom: '',
  dueDay: NO_DUE_DAY,
  dueTime: '',
  legalDay: NO_DUE_DAY,
}

/** How long a clock runs, in working days. */
export interface Span {
  days: number
  /** 0 where the law sets none. */
  legalDays?: number
}

/** A day, and the time on it. */
export interface Moment {
  day: string
  time: string
}

export function momentNow(at: number): Moment {
  return { day: dayOf(at), time: timeOf(at) }
}

/**
 * Starts a clock of so many working days; the day it starts on does not count (行政许可法 §82). Nought days means
 * on the spot: due the same day, or the next working day when it is none. Half a day that begins in the morning ends
 * the same day, otherwise at noon of the next working day (domain.md §2.8).
 */
export function startClock(
  name: string,
  { days, legalDays = 0 }: Span,
  from: Moment,
  working: WorkingTime,
): Clock {
  return run({ ...NO_CLOCK, clockName: name, clockDays: days, legalDays }, from, working)
}

/** Stops the count: the day of the pause still counts as used, domain.md §2.8. */
export function pauseClock(clock: Clock, { day }: Moment, { calendar }: WorkingTime): Clock {
  if (clock.clock !== 'running') return clock
  const used = clock.clockUsed + Math.max(0, countWorkdays(clock.clockFrom, day, calendar))
  return { ...clock, clock: 'paused', clockUsed: used, dueDay: NO_DUE_DAY, dueTime: '', legalDay: NO_DUE_DAY }
}

/**
 * Goes on with what was left, from the day after. What was overdue is as overdue as before. It never goes on before the
 * day on which it began, though the machine's clock was set back over midnight.
 */
export function resumeClock(clock: Clock, from: Moment, working: WorkingTime): Clock {
  if (clock.clock !== 'paused') return clock
  return run(clock, from.day < clock.clockFrom ? { ...from, day: clock.clockFrom } : from, working)
}

/** Gives a running clock more working days, of the promise and of the law (延期, 行政许可法 §42). */
export function extendClock(clock: Clock, days: number, working: WorkingTime): Clock {
  if (clock.clock !== 'running') return clock
  const legalDays = clock.legalDays > 0 ? clock.legalDays + days : 0
  return recomputeClock({ ...clock, clockDays: clock.clockDays + days, legalDays }, working)
}

/** The same clock under another calendar: only its ends may move. */
export function recomputeClock(clock: Clock, working: WorkingTime): Clock {
  if (clock.clock !== 'running') return clock
  const inAfternoon = clock.dueTime === working.hours.noon
  return run(clock, { day: clock.clockFrom, time: inAfternoon ? working.hours.endOfDay : '' }, working)
}

export function stopClock(clock: Clock): Clock {
  return clock.clock === 'none' ? clock : { ...clock, clock: 'stopped' }
}

/** Working days left until the due day; negative when overdue; null when no clock runs. */
export function daysLeft(clock: Clock, today: string, { calendar }: WorkingTime): number | null {
  return clock.clock === 'running' ? countWorkdays(today, clock.dueDay, calendar) : null
}

/** Whether the promised end has passed. */
export function isOverdue(clock: Clock, { day, time }: Moment): boolean {
  return clock.clock === 'running' && (day > clock.dueDay || (day === clock.dueDay && time > clock.dueTime))
}

function run(clock: Clock, from: Moment, working: WorkingTime): Clock {
  const end = endOf(from, clock.clockDays - clock.clockUsed, working)
  const legal = clock.legalDays > 0 ? endOf(from, clock.legalDays - clock.clockUsed, working).day : NO_DUE_DAY
  return {
    ...clock,
    clock: 'running',
    clockFrom: from.day,
    dueDay: end.day,
    dueTime: end.time,
    legalDay: legal,
  }
}

function endOf({ day, time }: Moment, days: number, { calendar, hours }: WorkingTime): Moment {
  const whole = Math.floor(days)
  if (whole !== days) {
    const sameDay = whole === 0 && isWorkday(day, calendar) && time <= hours.morningUntil
    return sameDay
      ? { day, time: hours.endOfDay }
      : { day: addWorkdays(day, whole + 1, calendar), time: hours.noon }
  }
  if (days < 0) return { day: subtractWorkdays(day, -days, calendar), time: hours.endOfDay }
  if (days > 0) return { day: addWorkdays(day, days, calendar), time: hours.endOfDay }
  return { day: isWorkday(day, calendar) ? day : addWorkdays(day, 1, calendar), time: hours.endOfDay }
}
