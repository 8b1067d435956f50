import { addDays, timeOf, dayOf, weekdayOf } from './day.ts'

/** Days that differ from Monday–Friday: holidays, and weekend days worked to make up for them. */
export type Calendar = ReadonlyMap<string, 'holiday' | 'workday'>

/** Whether offices work on a day. Beyond the years loaded, Monday to Friday. */
export function isWorkday(day: string, calendar: Calendar): boolean {
  const special = calendar.get(day)
  return special ? special === 'workday' : weekdayOf(day) <= 5
}

/** The day `days` working days after `start`; the start itself does not count. */
export function addWorkdays(start: string, days: number, calendar: Calendar): string {
  let day = start
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isWorkday(day, calendar)) left -= 1
  }
  return day
}

/** The day `days` working days before `start`. */
export function subtractWorkdays(start: string, days: number, calendar: Calendar): string {
  let day = start
  for (let left = days; left > 0;) {
    day = addDays(day, -1)
    if (isWorkday(day, calendar)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function countWorkdays(from: string, to: string, calendar: Calendar): number {
  if (to < from) return -countWorkdays(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day, calendar)) count += 1
  return count
}

/** The working day something that arrives at a moment counts as received: after `endOfDay`, the next one. */
export function receivedDay(moment: number, calendar: Calendar, endOfDay: string): string {
  const day = dayOf(moment)
  return isWorkday(day, calendar) && timeOf(moment) <= endOfDay ? day : addWorkdays(day, 1, calendar)
}

/** Whether the calendar of a day's year has been published and loaded; without it a due day is provisional. */
export function isPublished(day: string, calendar: Calendar): boolean {
  return calendar.has(`${day.slice(0, 4)}-01-01`)
}
