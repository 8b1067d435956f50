import { asc, between, sql } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { calendarDays } from '#db/schema/calendar.ts'
import type { YearDay } from '#shared/calendar/year.ts'

/** Every published day that differs from Monday–Friday. */
export async function allDays(reader: Reader): Promise<YearDay[]> {
  const rows = await reader.select().from(calendarDays).orderBy(asc(calendarDays.day))
  return rows.map(({ day, ...rest }) => ({ date: day, ...rest }))
}

/** The published days of a year. */
export async function daysOfYear(reader: Reader, year: number): Promise<YearDay[]> {
  const rows = await reader
    .select()
    .from(calendarDays)
    .where(between(calendarDays.day, `${year}-01-01`, `${year}-12-31`))
    .orderBy(asc(calendarDays.day))
  return rows.map(({ day, ...rest }) => ({ date: day, ...rest }))
}

/** How many holidays and make-up days each published year has. */
export async function publishedYears(
  reader: Reader,
): Promise<{ year: number; holidays: number; workdays: number }[]> {
  const year = sql<string>`substr(${calendarDays.day}, 1, 4)`
  const rows = await reader
    .select({
      year,
      holidays: sql<number>`count(*) filter (where ${calendarDays.type} = 'holiday')`.mapWith(Number),
      workdays: sql<number>`count(*) filter (where ${calendarDays.type} = 'workday')`.mapWith(Number),
    })
    .from(calendarDays)
    .groupBy(year)
    .orderBy(year)
  return rows.map((row) => ({ ...row, year: Number(row.year) }))
}

/** Puts a year's days in the place of those before. */
export async function replaceYear(tx: Tx, year: number, days: readonly YearDay[]): Promise<void> {
  await tx.delete(calendarDays).where(between(calendarDays.day, `${year}-01-01`, `${year}-12-31`))
  await insertDays(tx, days)
}

export async function insertDays(tx: Tx, days: readonly YearDay[]): Promise<void> {
  const rows = days.map(({ date, ...rest }) => ({ day: date, ...rest }))
  await insertRows(tx, 'calendar.days', calendarDays, rows, { unlessThere: true })
}
