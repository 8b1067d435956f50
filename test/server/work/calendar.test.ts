import { beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { read, transaction } from '#db'
import { calendarDays } from '#db/schema/calendar.ts'
import { workCounts } from '#db/schema/work.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { missingYear, refreshCalendar, workingCalendar, writeSetting } from '#domain/settings/index.ts'
import {
  inboxCounts,
  openWork,
  publishCalendar,
  readCalendars,
  readCalendarYear,
  timeline,
  uploadCalendar,
  workOf,
  type NewWork,
  type WorkRow,
} from '#domain/work/index.ts'
import { festivalsOf } from '#shared/calendar/festivals.ts'
import type { YearDay } from '#shared/calendar/year.ts'
import { newId } from '#shared/id.ts'
import { openWorld, type World } from '../../support/world.ts'

/** A year as the State Council might announce it: 1 to 3 January off, Sunday 10 January worked for it. */
const YEAR: YearDay[] = [
  ...festivalsOf(2027).flatMap(({ name, days }) =>
    days.map((date): YearDay => ({ date, type: 'holiday', name })),
  ),
  { date: '2027-01-02', type: 'holiday', name: { zh: '元旦', en: 'New Year’s Day' } },
  { date: '2027-01-03', type: 'holiday', name: { zh: '元旦', en: 'New Year’s Day' } },
  { date: '2027-01-04', type: 'holiday', name: { zh: '元旦', en: 'New Year’s Day' } },
  { date: '2027-01-10', type: 'workday', name: { zh: '元旦调休上班', en: 'New Year make-up workday' } },
]

let world: World
let short: WorkRow[] = []
let long: WorkRow[] = []
beforeAll(async () => {
  world = await openWorld()
  // Of the first only the end that the law allows lies in the year.
  short = await open(3, 5)
  long = await open(1200, 30)
})

async function open(number: number, days: number): Promise<WorkRow[]> {
  return perform(await world.as('system'), (act) =>
    openWork(
      act,
      Array.from({ length: number }, (_, i): NewWork => ({
        kind: 'caseItem',
        state: 'reviewing',
        unit: 'public-security',
        parentId: newId(act.at),
        no: `C${days}-${i}`,
        topic: 'birth-certificate',
        label: '某人',
        ownerId: 'nobody',
        clock: { name: 'promised', days, legalDays: 40 },
      })),
    ),
  )
}

async function upload(content: unknown) {
  const json = typeof content === 'string' ? content : JSON.stringify(content)
  return perform(await world.as('catalog2'), (act) => uploadCalendar(act, { json }))
}

/** How many lines of the inbox are counted for a day. */
async function linesDue(day: string): Promise<number> {
  const rows = await read().select().from(workCounts).where(eq(workCounts.dueDay, day))
  return rows.reduce((all, { count }) => all + count, 0)
}

const nameOf = ({ actor }: Asking) => (actor.kind === 'staff' ? actor.name : '')
const page = async () => look(await world.as('catalog2'), readCalendars)
const year = async () =>
  look(await world.as('catalog2'), (reading) => readCalendarYear(reading, { year: 2027 }))

describe('the calendar of a year', () => {
  it('is missed from 1 October of the year before', async () => {
    expect(missingYear(Date.parse('2026-09-30T23:59:00+08:00'))).toBeNull()
    expect(missingYear(Date.parse('2026-10-01T00:00:00+08:00'))).toBe(2027)
    expect((await page()).missing).toBe(2027)
  })

  it('is kept with everything that is wrong in it, by its place, and cannot be published so', async () => {
    await upload([
      ...YEAR.filter(({ date }) => date !== '2027-10-02'),
      { date: '2027-13-40', type: 'holiday', name: { zh: '某日', en: 'Some day' } },
      { date: '2027-03-01', type: 'workday', name: { zh: '上班', en: 'Work' } },
      { date: '2026-12-31', type: 'holiday', name: { zh: '元旦', en: 'New Year’s Day' } },
      { date: '2027-01-01', type: 'feast', name: { zh: '元旦', en: 'New Year’s Day' } },
    ])
    const at = YEAR.length - 1
    const { draft } = await year()
    expect(draft?.findings).toEqual([
      { path: `[${at}].date`, code: 'bad_date' },
      { path: `[${at + 1}].type`, code: 'weekday', params: { date: '2027-03-01' } },
      { path: `[${at + 3}].type`, code: 'bad_type' },
      { path: `[${at + 2}].date`, code: 'other_year', params: { year: '2027' } },
    ])
    expect(draft?.preview).toBeNull()
    const publisher = await world.as('catalog2')
    await expect(perform(publisher, (act) => publishCalendar(act, { year: 2027 }))).rejects.toMatchObject({
      code: 'move_not_possible',
    })
    await expect(upload('{')).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('is complete only with every statutory holiday', async () => {
    await upload(YEAR.filter(({ date }) => date !== '2027-06-09'))
    expect((await year()).draft?.findings).toMatchObject([
      { code: 'festival', params: { date: '2027-06-09', name: '端午节' } },
    ])
  })

  it('says before it is published what would move, and moves just that, with events and counts', async () => {
    await upload(YEAR)
    const before = await look(await world.as('supervisor'), inboxCounts)
    expect(long[0]).toMatchObject({ dueDay: '2027-01-04', legalDay: '2027-01-18' })
    const { draft } = await year()
    expect(draft?.preview).toMatchObject({
      moved: 1200 + short.length,
      lines: expect.arrayContaining([
        { kind: 'caseItem', end: 'due', from: '2027-01-04', to: '2027-01-06', count: 1200 },
        { kind: 'caseItem', end: 'legal', from: '2027-01-18', to: '2027-01-19', count: 3 },
      ]),
    })

    await perform(await world.as('catalog2'), (act) => publishCalendar(act, { year: 2027 }))
    expect(workingCalendar().get('2027-01-10')).toBe('workday')
    expect((await page()).missing).toBeNull()
    world.at('2026-11-23T10:01:00+08:00')
    await world.runJobs()
    const moved = await workOf(read(), long[700]?.id ?? '')
    expect(moved).toMatchObject({ dueDay: '2027-01-06', version: 2 })
    expect((await timeline(read(), moved?.id ?? '')).at(-1)).toMatchObject({
      move: 'recalendar',
      data: { year: 2027, end: 'due', from: '2027-01-04', to: '2027-01-06' },
    })
    expect((await look(await world.as('supervisor'), inboxCounts)).byState).toEqual(before.byState)
    expect([await linesDue('2027-01-04'), await linesDue('2027-01-06')]).toEqual([0, 1200])
    const [report] = (await page()).reports
    expect(report).toMatchObject({ year: 2027, moved: 1203, by: nameOf(await world.as('catalog2')) })
    expect(report?.doneAt).not.toBeNull()
    expect(report?.lines).toEqual(draft?.preview?.lines)
  })

  it('is taken over from the instance that published it', async () => {
    await transaction(async (tx) => {
      const name = { zh: '某日', en: 'Some day' }
      await tx.insert(calendarDays).values({ day: '2027-12-31', type: 'holiday', name })
      await writeSetting(tx, 'calendar.revision', 'of another instance')
    })
    expect(workingCalendar().has('2027-12-31')).toBe(false)
    await refreshCalendar()
    expect(workingCalendar().has('2027-12-31')).toBe(true)
  })

  it('is not read again while nothing was published', async () => {
    const known = workingCalendar()
    await refreshCalendar()
    expect(workingCalendar()).toBe(known)
  })
})
