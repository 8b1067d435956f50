/** The city's clock is so far ahead of UTC all year: China has no daylight saving. */
export const OFFSET_MS = 8 * 3_600_000
/** A day, in milliseconds. */
export const DAY_MS = 86_400_000

let last = { number: Number.NaN, day: '' }

/** The day a moment falls on in Asia/Shanghai, `YYYY-MM-DD`. Nearly always the same as the one asked for before. */
export function dayOf(moment: number): string {
  const number = Math.floor((moment + OFFSET_MS) / DAY_MS)
  if (number !== last.number) last = { number, day: new Date(number * DAY_MS).toISOString().slice(0, 10) }
  return last.day
}

/** The time of day in Asia/Shanghai, `HH:MM`. */
export function timeOf(moment: number): string {
  return new Date(moment + OFFSET_MS).toISOString().slice(11, 16)
}

/** The moment a time of day falls on, epoch milliseconds. */
export function momentOf(day: string, time = '00:00'): number {
  return Date.parse(`${day}T${time}:00Z`) - OFFSET_MS
}

/** The day `days` calendar days later (or earlier, when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
