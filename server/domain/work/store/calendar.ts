import { and, asc, desc, eq, gt, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { calendarDrafts, calendarReports } from '#db/schema/calendar.ts'
import { workItems } from '#db/schema/work.ts'
import { NO_DUE_DAY } from '#shared/work/clock.ts'
import type { WorkRow } from '../store.ts'

export type CalendarDraftRow = typeof calendarDrafts.$inferSelect
export type CalendarReportRow = typeof calendarReports.$inferSelect

/** Clocks that run into a year, or run in it: only their ends can move by its calendar. */
function crossing(year: number): SQL | undefined {
  const begin = `${year}-01-01`
  return and(
    sql.raw(`closed_at = 0 and clock = 'running'`),
    lte(workItems.clockFrom, `${year}-12-31`),
    or(
      sql`${workItems.dueDay} >= ${begin}`,
      and(sql`${workItems.legalDay} >= ${begin}`, sql`${workItems.legalDay} < ${NO_DUE_DAY}`),
    ),
  )
}

/** Work whose end may move by a year's calendar, by id. */
export async function workCrossing(
  reader: Reader,
  year: number,
  after: string,
  limit: number,
): Promise<WorkRow[]> {
  return reader
    .select()
    .from(workItems)
    .where(and(gt(workItems.id, after), crossing(year)))
    .orderBy(asc(workItems.id))
    .limit(limit)
}

const CLOCK = {
  kind: workItems.kind,
  clock: workItems.clock,
  clockName: workItems.clockName,
  clockDays: workItems.clockDays,
  legalDays: workItems.legalDays,
  clockUsed: workItems.clockUsed,
  clockFrom: workItems.clockFrom,
  dueDay: workItems.dueDay,
  dueTime: workItems.dueTime,
  legalDay: workItems.legalDay,
}

/** The same as numbers of equal clocks: there are few of them, however much work there is. */
export async function clocksCrossing(reader: Reader, year: number) {
  return reader
    .select({ ...CLOCK, count: sql<number>`count(*)`.mapWith(Number) })
    .from(workItems)
    .where(crossing(year))
    .groupBy(...Object.values(CLOCK))
}

/**
 * Moves the ends of clocks, each if nobody moved the work meanwhile; what was told of an end before holds no more.
 * @returns the ids of what was changed
 */
export async function setEnds(tx: Tx, rows: readonly WorkRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const values = rows.map(
    ({ id, version, dueDay, dueTime, legalDay }) =>
      sql`(${id}, cast(${version} as integer), ${dueDay}, ${dueTime}, ${legalDay})`,
  )
  // A row's values in one statement: on PostgreSQL every statement is a journey.
  const moved = sql`(select column1 as id, column2 as version, column3 as due_day, column4 as due_time, column5 as legal_day from (values ${sql.join(values, sql`, `)}) given)`
  const changed = await tx
    .update(workItems)
    .set({
      dueDay: sql`moved.due_day`,
      dueTime: sql`moved.due_time`,
      legalDay: sql`moved.legal_day`,
      signal: '',
      version: sql`${workItems.version} + 1`,
    })
    .from(sql`${moved} moved`)
    .where(and(sql`moved.id = ${workItems.id}`, sql`moved.version = ${workItems.version}`))
    .returning({ id: workItems.id })
  return new Set(changed.map(({ id }) => id))
}

export async function insertDraft(tx: Tx, row: CalendarDraftRow): Promise<void> {
  await tx.insert(calendarDrafts).values(row).onConflictDoUpdate({ target: calendarDrafts.year, set: row })
}

export async function deleteDraft(tx: Tx, year: number): Promise<void> {
  await tx.delete(calendarDrafts).where(eq(calendarDrafts.year, year))
}

export async function calendarDraft(reader: Reader, year: number): Promise<CalendarDraftRow | undefined> {
  const [row] = await reader.select().from(calendarDrafts).where(eq(calendarDrafts.year, year))
  return row
}

export async function calendarDraftRows(reader: Reader): Promise<CalendarDraftRow[]> {
  return reader.select().from(calendarDrafts).orderBy(asc(calendarDrafts.year))
}

export async function insertReport(tx: Tx, row: CalendarReportRow): Promise<void> {
  await tx.insert(calendarReports).values(row)
}

export async function reportById(reader: Reader, id: string): Promise<CalendarReportRow | undefined> {
  const [row] = await reader.select().from(calendarReports).where(eq(calendarReports.id, id))
  return row
}

export async function updateReport(tx: Tx, id: string, change: Partial<CalendarReportRow>): Promise<void> {
  await tx.update(calendarReports).set(change).where(eq(calendarReports.id, id))
}

/** What was published last, the newest first. */
export async function lastReports(reader: Reader, limit: number): Promise<CalendarReportRow[]> {
  return reader
    .select()
    .from(calendarReports)
    .orderBy(desc(calendarReports.at), desc(calendarReports.id))
    .limit(limit)
}
