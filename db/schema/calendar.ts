import type { CalendarFinding, MovedLine } from '../../shared/calendar/year.ts'
import type { Text } from '../../shared/text.ts'
import { choice, day, id, index, int, json, moment, table, text } from '../columns.ts'

/** Published days that differ from Monday–Friday: holidays, and weekend days worked to make up for them. */
export const calendarDays = table('calendar_days', {
  day: day().primaryKey(),
  type: choice(['holiday', 'workday'] as const).notNull(),
  name: json<Text>().notNull(),
})

/** A year's calendar that was handed in and is not published yet, with what its check found. */
export const calendarDrafts = table('calendar_drafts', {
  year: int().primaryKey(),
  content: json<unknown>().notNull(),
  findings: json<CalendarFinding[]>().notNull(),
  /** Who handed it in, by id and by name. */
  by: text().notNull(),
  byName: text().notNull(),
  at: moment().notNull(),
})

/** That a year was published, and which due dates moved by it. */
export const calendarReports = table(
  'calendar_reports',
  {
    id: id().primaryKey(),
    year: int().notNull(),
    by: text().notNull(),
    byName: text().notNull(),
    at: moment().notNull(),
    /** The last work item that was looked at; what follows goes on from there. */
    cursor: text().notNull(),
    /** 0 while work items are still looked at. */
    doneAt: moment().notNull(),
    looked: int().notNull(),
    moved: int().notNull(),
    lines: json<MovedLine[]>().notNull(),
  },
  (t) => [index('calendar_reports_at').on(t.at)],
)
