import type { CalendarFinding, MovedLine, YearDay } from './year.ts'

/** That a year was published, and which due dates moved by it. */
export interface CalendarReport {
  id: string
  year: number
  by: string
  at: number
  /** Null while work is still looked at. */
  doneAt: number | null
  looked: number
  moved: number
  lines: MovedLine[]
}

/** The city's calendars as the desk shows them. */
export interface CalendarPage {
  /** The year whose calendar is missing, from 1 October of the year before; null when none is. */
  missing: number | null
  years: { year: number; holidays: number; workdays: number }[]
  /** Handed in and not published yet. */
  drafts: { year: number; by: string; at: number; faults: number }[]
  reports: CalendarReport[]
}

/** What publishing a year would move, and how much work was looked at for that. */
export interface CalendarPreview {
  looked: number
  moved: number
  lines: MovedLine[]
}

/** One year: what is published, and what was handed in. */
export interface CalendarYearPage {
  year: number
  published: YearDay[]
  draft: null | {
    by: string
    at: number
    findings: CalendarFinding[]
    days: YearDay[]
    /** Days whose kind it would change. */
    changed: string[]
    /** Null while something is wrong with it. */
    preview: CalendarPreview | null
  }
}
