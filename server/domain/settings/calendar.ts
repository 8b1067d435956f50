import type { OfficeHours, WorkingTime } from '#shared/calendar/office-hours.ts'
import type { Calendar } from '#shared/calendar/working-days.ts'

let calendar: Calendar = new Map()
let hours: OfficeHours = { endOfDay: '17:30', morningUntil: '11:30', noon: '12:00' }

/** Gives the process the published holidays and make-up days. */
export function useCalendar(days: Calendar): void {
  calendar = days
}

/** The working calendar of the city. */
export function workingCalendar(): Calendar {
  return calendar
}

/** Gives the process the hours in which the city's offices work. */
export function useOfficeHours(given: OfficeHours): void {
  hours = given
}

/** Working days and hours of the city. */
export function workingTime(): WorkingTime {
  return { calendar, hours }
}
