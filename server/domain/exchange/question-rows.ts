import { now } from '../clock.ts'
import { record, settle, SettledBefore, type Entry } from './journal.ts'
import { openRow, type Planned } from './log-row.ts'
import type { Shares } from './shares.ts'
import type { LogRow } from './store/log.ts'

/**
 * The lines of one question in the log: one for each department in whose name something is asked, with its own fields.
 * The call is the first one's; the others take theirs from its answer.
 */
export type QuestionRows = readonly [LogRow, ...LogRow[]]

export function openRows(
  planned: Omit<Planned, 'unit' | 'item' | 'asked'>,
  [first, ...others]: Shares,
): QuestionRows {
  const riding = others.map((share): LogRow => ({ ...openRow({ ...planned, ...share }), cached: true }))
  return [openRow({ ...planned, ...first }), ...riding]
}

/** How a question ended, the same for all its lines. */
export interface QuestionEnd
  extends Pick<LogRow, 'outcome' | 'fault'>, Partial<Pick<LogRow, 'cached' | 'ms'>> {
  /** The fields that came. */
  came: readonly string[]
}

/** Writes the lines before the call. Resolves once they are durable. */
export function recordRows(rows: QuestionRows): Promise<unknown> {
  return Promise.all(rows.map((row, i) => record(row, { riding: i > 0 })))
}

/** Writes lines of a question that ended without a call. */
export function recordEnded(rows: QuestionRows, end: QuestionEnd): Promise<unknown> {
  const [first, ...others] = rows
  return recordRows([ended(first, end), ...others.map((row) => ended(row, end))])
}

/**
 * Writes how the call ended. Resolves once it is durable in every line: only then may values leave, and not at all when
 * it says that a line was settled before, as if nobody were waiting any more.
 */
export async function settleRows(
  rows: QuestionRows,
  end: QuestionEnd,
  { updatedAt, notMade }: Required<Pick<Entry, 'updatedAt' | 'notMade'>>,
): Promise<boolean> {
  const [first, ...others] = rows
  const riding = { ...end, cached: true, ms: 0 }
  try {
    await Promise.all([
      settle(ended(first, end), { updatedAt, notMade }),
      ...others.map((row) => settle(ended(row, riding), { riding: true })),
    ])
    return true
  } catch (error) {
    if (error instanceof SettledBefore) return false
    throw error
  }
}

function ended(row: LogRow, { came, ...end }: QuestionEnd): LogRow {
  return { ...row, ...end, fields: came.filter((field) => row.asked.includes(field)), answeredAt: now() }
}
