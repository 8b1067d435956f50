import { addDays, daysBetween } from '../calendar/day.ts'
import type { QueueRules } from './rules.ts'

/**
 * The last day on which somebody may not book because they stayed away too often; null when they may.
 * @param absences the days of the appointments they missed, in any order
 */
export function barredUntil(
  absences: readonly string[],
  { count, withinDays, barredDays }: QueueRules['noShow'],
  today: string,
): string | null {
  const days = [...absences].sort()
  const last = days.findLast((day, i) => {
    const first = days[i - count + 1]
    return first !== undefined && daysBetween(first, day) <= withinDays
  })
  const until = last && addDays(last, barredDays)
  return until && until >= today ? until : null
}
