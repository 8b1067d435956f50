/** The month `months` later (or earlier, when negative), `YYYY-MM`. */
export function addToMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The same day `months` later; the last of its month where that has no such day (31 January → 28 February). */
export function addMonths(day: string, months: number): string {
  const month = addToMonth(day.slice(0, 7), months)
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return `${month}-${String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')}`
}

/** Whole months from one day to another, negative when it lies before. Months (`YYYY-MM`) count from their first. */
export function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number)
  const months = (toYear - year) * 12 + toMonth - month
  if (months > 0 && toDay < day && !isLastDay(to)) return months - 1
  return months < 0 && toDay > day ? months + 1 : months
}

function isLastDay(day: string): boolean {
  const [year = 0, month = 1, date] = day.split('-').map(Number)
  return date === new Date(Date.UTC(year, month, 0)).getUTCDate()
}
