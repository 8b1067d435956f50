import { actorId } from '#shared/access/actor.ts'
import type { CalendarPreview } from '#shared/calendar/page.ts'
import { checkYear, type YearDay } from '#shared/calendar/year.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import { calendarOf, publishYear, workingTime } from '../settings/index.ts'
import { calendarDraft, clocksCrossing, deleteDraft, insertDraft, insertReport } from './store/calendar.ts'
import { addMoved, lineOf } from './moved-lines.ts'
import { movedEnd } from './recompute.ts'

/** By then every instance has taken a published calendar over. */
const TAKEN_OVER_MS = 10_000

function nameOf({ actor }: Act): string {
  return actor.kind === 'staff' ? actor.name : actorId(actor)
}

/** Takes a year's calendar in and keeps it with what its check found, in place of one that was handed in before. */
export async function uploadCalendar(act: Act, { json }: { json: string }): Promise<{ year: number }> {
  const content = parsed(json)
  const { year, findings } = checkYear(content)
  if (year === null)
    throw new Refusal('invalid_input', { problems: [{ field: 'json', code: 'calendar_unreadable' }] })
  await insertDraft(act.tx, {
    year,
    content,
    findings,
    by: actorId(act.actor),
    byName: nameOf(act),
    at: act.at,
  })
  act.note({
    verb: 'calendar.upload',
    subjectKind: 'calendar',
    subjectId: String(year),
    detail: { faults: findings.length },
  })
  return { year }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

/** Publishes the calendar of a year that was handed in: due dates that run are computed anew. */
export async function publishCalendar(act: Act, { year }: { year: number }): Promise<{ year: number }> {
  const draft = await calendarDraft(act.tx, year)
  if (!draft) throw new Refusal('not_found')
  const { days, findings } = checkYear(draft.content)
  if (findings.length > 0) throw new Refusal('move_not_possible', { possible: [] })
  await publishYear(act, year, days)
  await deleteDraft(act.tx, year)
  const report = newId(act.at)
  await insertReport(act.tx, {
    id: report,
    year,
    by: actorId(act.actor),
    byName: nameOf(act),
    at: act.at,
    cursor: '',
    doneAt: 0,
    looked: 0,
    moved: 0,
    lines: [],
  })
  await enqueue(act, {
    kind: 'work.recompute',
    key: report,
    payload: { report },
    runAt: act.at + TAKEN_OVER_MS,
  })
  act.note({ verb: 'calendar.publish', subjectKind: 'calendar', subjectId: String(year) })
  return { year }
}

/** What publishing these days would move. */
export async function previewCalendar(
  { tx }: Look,
  { year, days }: { year: number; days: readonly YearDay[] },
): Promise<CalendarPreview> {
  const { calendar, hours } = workingTime()
  const others = [...calendar].filter(([day]) => !day.startsWith(`${year}-`))
  const working = { calendar: new Map([...others, ...calendarOf(days)]), hours }
  const clocks = await clocksCrossing(tx, year)
  const moved = clocks.flatMap((clock) => {
    const after = movedEnd(clock, working)
    return after ? [lineOf(clock.kind, clock, after, clock.count)] : []
  })
  const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0)
  return { looked: sum(clocks), moved: sum(moved), lines: addMoved([], moved) }
}
