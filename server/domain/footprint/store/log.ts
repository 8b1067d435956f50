import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm'
import { prepared, type Reader } from '#db'
import { lookupArchive, lookupLog } from '#db/schema/exchange.ts'

/** One call to a resource, as the log has it. */
export type LogRow = typeof lookupLog.$inferSelect

/** Part of the log: whom it is about, before which id, from which id on, asked by which department. */
export interface LogPart {
  subject: string
  before?: string | undefined
  from?: string | undefined
  unit?: string | undefined
}

/** Sorts behind every id. */
const BEHIND_ALL = 'z'

/** What was looked up about somebody, the newest first, from the calls of the last days and from the archive. */
export async function looksAbout(reader: Reader, part: LogPart, limit: number): Promise<LogRow[]> {
  // The archive is read last: a row that is moved meanwhile is found twice and never missed.
  const recent = await recentRows(reader, part, limit)
  const older = await olderRows(reader, part, limit)
  const both = new Map([...older, ...recent].map((row) => [row.id, row]))
  return [...both.values()].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, limit)
}

/** One call, wherever it is kept. */
export async function lookById(reader: Reader, id: string): Promise<LogRow | undefined> {
  const [recent] = await oneRecent(reader, id)
  if (recent) return recent
  const [older] = await oneOlder(reader, id)
  return older
}

function oneRecent(reader: Reader, id: string): Promise<LogRow[]> {
  const query = prepared(reader, 'footprint.recent row', (on) =>
    on
      .select()
      .from(lookupLog)
      .where(eq(lookupLog.id, sql.placeholder('id')))
      .prepare(),
  )
  return query.execute({ id })
}

function oneOlder(reader: Reader, id: string): Promise<LogRow[]> {
  const query = prepared(reader, 'footprint.older row', (on) =>
    on
      .select()
      .from(lookupArchive)
      .where(eq(lookupArchive.id, sql.placeholder('id')))
      .prepare(),
  )
  return query.execute({ id })
}

function recentRows(reader: Reader, part: LogPart, limit: number): Promise<LogRow[]> {
  const query = prepared(reader, `footprint.recent${part.unit ? ' of unit' : ''}`, (on) =>
    on
      .select()
      .from(lookupLog)
      .where(within(lookupLog, Boolean(part.unit)))
      .orderBy(desc(lookupLog.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  )
  return query.execute(valuesOf(part, limit))
}

function olderRows(reader: Reader, part: LogPart, limit: number): Promise<LogRow[]> {
  const query = prepared(reader, `footprint.older${part.unit ? ' of unit' : ''}`, (on) =>
    on
      .select()
      .from(lookupArchive)
      .where(within(lookupArchive, Boolean(part.unit)))
      .orderBy(desc(lookupArchive.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  )
  return query.execute(valuesOf(part, limit))
}

/** By subject and id, as the index has them: nothing before or behind the page is read. */
function within(table: typeof lookupLog | typeof lookupArchive, ofUnit: boolean): SQL | undefined {
  return and(
    eq(table.subject, sql.placeholder('subject')),
    lt(table.id, sql.placeholder('before')),
    gte(table.id, sql.placeholder('from')),
    ofUnit ? eq(table.unit, sql.placeholder('unit')) : undefined,
  )
}

function valuesOf({ subject, before = BEHIND_ALL, from = '', unit }: LogPart, limit: number) {
  return { subject, before, from, ...(unit && { unit }), limit }
}
