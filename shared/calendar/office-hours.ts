import type { Calendar } from './working-days.ts'

/** When offices work, `HH:MM`. Differs by city: `db/city/office-hours.json`. */
export interface OfficeHours {
  /** What is done by then is in time, domain.md §2.8. */
  endOfDay: string
  /** What begins by then has its half day on the same day. */
  morningUntil: string
  /** When a half day that began in the afternoon ends, on the next working day. */
  noon: string
}

/** Working days, and the hours on each. */
export interface WorkingTime {
  calendar: Calendar
  hours: OfficeHours
}
