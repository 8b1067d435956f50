import { read } from '#db'
import { systemActor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { OfficeHours, WorkingTime } from '#shared/calendar/office-hours.ts'
import { isPublished, type Calendar } from '#shared/calendar/working-days.ts'
import type { YearDay } from '#shared/calendar/year.ts'
import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'
import { asking, perform } from '../perform.ts'
import { allDays, insertDays, replaceYear } from './store/calendar.ts'
import { readSetting, writeSetting } from './store.ts'

/** Names the calendar that counts; every publication makes another. */
const REVISION = 'calendar.revision'

let calendar: Calendar = new Map()
let hours: OfficeHours = { endOfDay: '17:30', morningUntil: '11:30', noon: '12:00' }
let known: unknown

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

/** A calendar as the process works with it. */
export function calendarOf(days: readonly YearDay[]): Calendar {
  return new Map(days.map(({ date, type }) => [date, type]))
}

/** Takes over what was published, here or by another instance. Every few seconds, and before due dates are computed anew. */
export async function refreshCalendar(): Promise<void> {
  const revision = await readSetting(read(), REVISION)
  if (revision === known) return
  calendar = calendarOf(await allDays(read()))
  known = revision
}

/** Takes over the years of a city's file that nobody published yet. What was published at the desk stays. */
export async function fillCalendar(given: readonly YearDay[]): Promise<void> {
  const published = calendarOf(await allDays(read()))
  const missing = given.filter(({ date }) => !isPublished(date, published))
  if (missing.length === 0) return
  await perform(asking(systemActor('start')), async (act) => {
    await insertDays(act.tx, missing)
    await writeSetting(act.tx, REVISION, newId(act.at))
  })
}

/** Publishes a year's calendar: it counts at once here, and within seconds on every other instance. */
export async function publishYear(act: Act, year: number, days: readonly YearDay[]): Promise<void> {
  const revision = newId(act.at)
  await replaceYear(act.tx, year, days)
  await writeSetting(act.tx, REVISION, revision)
  const all = calendarOf(await allDays(act.tx))
  act.committed(() => {
    calendar = all
    known = revision
  })
}

/**
 * The year whose calendar is missing: the one that runs, or from 1 October on the next, which the State Council
 * publishes in autumn.
 */
export function missingYear(at: number): number | null {
  const today = dayOf(at)
  const year = Number(today.slice(0, 4))
  const lacks = (each: number) => !isPublished(`${each}-01-01`, calendar)
  if (lacks(year)) return year
  return today >= `${year}-10-01` && lacks(year + 1) ? year + 1 : null
}
