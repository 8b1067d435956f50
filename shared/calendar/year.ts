import { isRealDay } from '../elements/types/resident-id.ts'
import type { Text } from '../text.ts'
import type { WorkKind } from '../work/move.ts'
import { weekdayOf } from './day.ts'
import { festivalsOf } from './festivals.ts'

/** A day of a year's calendar that differs from Monday–Friday. */
export interface YearDay {
  date: string
  type: 'holiday' | 'workday'
  name: Text
}

/** What can be wrong in a year's calendar; words in `locales/<lang>/calendar.json` as `wrong_<code>`. */
export const CALENDAR_FAULTS = [
  'no_json',
  'no_list',
  'no_day',
  'bad_date',
  'bad_type',
  'bad_name',
  'other_year',
  'twice',
  'weekday',
  'festival',
] as const

export interface CalendarFinding {
  /** The place in the list, such as `[3].date`; empty for the whole. */
  path: string
  code: (typeof CALENDAR_FAULTS)[number]
  params?: Record<string, string>
}

/** Ends of one kind of work that moved from one day to another. */
export interface MovedLine {
  kind: WorkKind
  /** The day that was promised, or, where that stays, the last that the law allows. */
  end: 'due' | 'legal'
  from: string
  to: string
  count: number
}

/** A year's calendar after its check. */
export interface CheckedYear {
  /** The year of the first day; null when none can be read. */
  year: number | null
  days: YearDay[]
  findings: CalendarFinding[]
}

/**
 * Reads the list of a year's holidays and make-up days as a city publishes it, and says everything that is wrong: a
 * year is complete when every statutory holiday is in it.
 */
export function checkYear(raw: unknown): CheckedYear {
  const findings: CalendarFinding[] = []
  const note = (path: string, code: CalendarFinding['code'], params?: Record<string, string>) =>
    findings.push({ path, code, ...(params && { params }) })
  if (!Array.isArray(raw) || raw.length === 0) {
    note('', typeof raw === 'string' ? 'no_json' : 'no_list')
    return { year: null, days: [], findings }
  }
  const read = raw.flatMap((each: unknown, i) => {
    const day = dayIn(each, i, note)
    return day ? [{ day, path: `[${i}].date` }] : []
  })
  const days = read.map(({ day }) => day)
  const year = days[0] ? Number(days[0].date.slice(0, 4)) : null
  const seen = new Map<string, YearDay>()
  for (const { day, path } of read) {
    if (Number(day.date.slice(0, 4)) !== year) note(path, 'other_year', { year: String(year) })
    if (seen.has(day.date)) note(path, 'twice', { date: day.date })
    seen.set(day.date, day)
  }
  if (year !== null && findings.length === 0) noteMissing(year, seen, note)
  return { year, days, findings }
}

type Note = (path: string, code: CalendarFinding['code'], params?: Record<string, string>) => void

function dayIn(raw: unknown, i: number, note: Note): YearDay | undefined {
  if (typeof raw !== 'object' || raw === null) return void note(`[${i}]`, 'no_day')
  const { date, type, name }: Partial<Record<keyof YearDay, unknown>> = raw
  const named = textIn(name)
  if (typeof date !== 'string' || !isRealDay(date)) return void note(`[${i}].date`, 'bad_date')
  if (type !== 'holiday' && type !== 'workday') return void note(`[${i}].type`, 'bad_type')
  if (!named) return void note(`[${i}].name`, 'bad_name')
  if (type === 'workday' && weekdayOf(date) <= 5) return void note(`[${i}].type`, 'weekday', { date })
  return { date, type, name: named }
}

function textIn(raw: unknown): Text | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const { zh, en }: Partial<Record<'zh' | 'en', unknown>> = raw
  return typeof zh === 'string' && zh.trim() && typeof en === 'string' && en.trim() ? { zh, en } : undefined
}

function noteMissing(year: number, days: ReadonlyMap<string, YearDay>, note: Note): void {
  for (const { name, days: wanted } of festivalsOf(year))
    for (const date of wanted)
      if (days.get(date)?.type !== 'holiday') note('', 'festival', { date, name: name.zh, nameEn: name.en })
}
