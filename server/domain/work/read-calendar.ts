import type { CalendarPage, CalendarYearPage } from '#shared/calendar/page.ts'
import { checkYear, type YearDay } from '#shared/calendar/year.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { daysOfYear, missingYear, publishedYears } from '../settings/index.ts'
import { calendarDraft, calendarDraftRows, lastReports } from './store/calendar.ts'
import { previewCalendar } from './calendar.ts'

/** So many reports are shown. */
const REPORTS = 5

/** The calendars of the city: which years stand, what was handed in, what moved by the last that were published. */
export async function readCalendars({ tx, at }: Look): Promise<CalendarPage> {
  const [years, drafts, reports] = await Promise.all([
    publishedYears(tx),
    calendarDraftRows(tx),
    lastReports(tx, REPORTS),
  ])
  return {
    missing: missingYear(at),
    years,
    drafts: drafts.map(({ year, byName, at: handedIn, findings }) => ({
      year,
      by: byName,
      at: handedIn,
      faults: findings.length,
    })),
    reports: reports.map(({ id, year, byName, at: published, doneAt, looked, moved, lines }) => ({
      id,
      year,
      by: byName,
      at: published,
      doneAt: doneAt || null,
      looked,
      moved,
      lines,
    })),
  }
}

/** One year: what is published, and what was handed in with all that its publication would move. */
export async function readCalendarYear(look: Look, { year }: { year: number }): Promise<CalendarYearPage> {
  const [published, draft] = await Promise.all([daysOfYear(look.tx, year), calendarDraft(look.tx, year)])
  if (published.length === 0 && !draft) throw new Refusal('not_found')
  if (!draft) return { year, published, draft: null }
  const { days, findings } = checkYear(draft.content)
  return {
    year,
    published,
    draft: {
      by: draft.byName,
      at: draft.at,
      findings,
      days,
      changed: changedDays(published, days),
      preview: findings.length === 0 ? await previewCalendar(look, { year, days }) : null,
    },
  }
}

/** The days that are free in one and worked in the other. */
function changedDays(before: readonly YearDay[], after: readonly YearDay[]): string[] {
  const typeIn = (days: readonly YearDay[], date: string) => days.find((day) => day.date === date)?.type
  return [...new Set([...before, ...after].map(({ date }) => date))]
    .filter((date) => typeIn(before, date) !== typeIn(after, date))
    .sort()
}
