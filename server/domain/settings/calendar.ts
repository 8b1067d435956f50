import type { Calendar } from '#shared/calendar/working-days.ts'

let calendar: Calendar = new Map()

/** Gives the process the published holidays and make-up days. */
export function useCalendar(days: Calendar): void {
  calendar = days
}

/** The working calendar of the city. */
export function workingCalendar(): Calendar {
  return calendar
}
