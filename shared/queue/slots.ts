import { dayOf, timeOf, weekdayOf } from '../calendar/day.ts'
import { isWorkday, type Calendar } from '../calendar/working-days.ts'
import type { Opening, OpenSpan } from '../catalog/hall.ts'

const SATURDAY = 6

/** When a hall calls tickets on a day; nothing on holidays. */
export function spansOf(opening: Opening, day: string, calendar: Calendar): readonly OpenSpan[] {
  if (isWorkday(day, calendar)) return opening.workdays
  return weekdayOf(day) === SATURDAY && !calendar.has(day) ? opening.saturdays : []
}

/** Whether a hall is open at a moment, epoch milliseconds. */
export function isOpenAt(opening: Opening, at: number, calendar: Calendar): boolean {
  const time = timeOf(at)
  return spansOf(opening, dayOf(at), calendar).some(({ from, to }) => from <= time && time < to)
}

/** The times of day at which slots of so many minutes begin; the last one ends by the end of its span. */
export function slotsOf(opening: Opening, day: string, calendar: Calendar, minutes: number): string[] {
  return spansOf(opening, day, calendar).flatMap(({ from, to }) => {
    const count = Math.floor((minutesOf(to) - minutesOf(from)) / minutes)
    return Array.from({ length: count }, (_, i) => showMinutes(minutesOf(from) + i * minutes))
  })
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** `HH:MM` of minutes since midnight. */
export function showMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
