import { readFileSync } from 'node:fs'
import type { Calendar } from '#shared/calendar/working-days.ts'

const days: { date: string; type: 'holiday' | 'workday' }[] = JSON.parse(
  readFileSync('db/city/calendar.json', 'utf8'),
)

/** The holidays and make-up days of 2024 to 2026. */
export const CALENDAR: Calendar = new Map(days.map((day) => [day.date, day.type]))
