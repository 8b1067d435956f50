import { addDays, dayOf, momentOf } from './day.ts'
import { isWorkday, type Calendar } from './working-days.ts'

const HOUR_MS = 3_600_000

/** Hours from one moment to another, those of working days alone. */
export function workdayHours(from: number, to: number, calendar: Calendar): number {
  let ms = 0
  for (let day = dayOf(from); momentOf(day) < to; day = addDays(day, 1)) {
    if (!isWorkday(day, calendar)) continue
    ms += Math.min(to, momentOf(addDays(day, 1))) - Math.max(from, momentOf(day))
  }
  return ms / HOUR_MS
}
