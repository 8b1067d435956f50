import { DAY_MS, OFFSET_MS } from '../calendar/day.ts'

/**
 * A time at which a resource is not to be asked: every day between two times of the city's clock (`HH:MM`, may cross
 * midnight), or once between two ISO moments.
 */
export interface MaintenanceWindow {
  from: string
  to: string
}

/** When the maintenance under way at `at` (epoch milliseconds) ends; null when there is none. */
export function maintenanceUntil(windows: readonly MaintenanceWindow[], at: number): number | null {
  const ends = windows.map((window) => endOf(window, at)).filter((end) => end !== null)
  return ends.length > 0 ? Math.max(...ends) : null
}

function endOf({ from, to }: MaintenanceWindow, at: number): number | null {
  const [start, end] = [timeOfDay(from), timeOfDay(to)]
  if (start === null || end === null) {
    const until = Date.parse(to)
    return at >= Date.parse(from) && at < until ? until : null
  }
  const since = (at + OFFSET_MS) % DAY_MS
  const lasts = (end - start + DAY_MS) % DAY_MS
  const into = (since - start + DAY_MS) % DAY_MS
  return into < lasts ? at + lasts - into : null
}

/** Milliseconds since midnight; null when it is not `HH:MM`. */
function timeOfDay(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === undefined ? null : (Number(hours) * 60 + Number(minutes)) * 60_000
}
