import type { Reader } from '#db'
import { DAY_MS } from '#shared/calendar/day.ts'
import { firstIdAt } from '#shared/id.ts'
import { entriesWithVerb } from '../audit/index.ts'
import { hashOfRows } from './log-hash.ts'
import { keptDays } from './kept-days.ts'
import type { LogRow } from './store/log.ts'
import { logRowsById } from './store/verifying.ts'
import { LOGGED } from './write-entries.ts'

interface LogReport {
  /** Look-ups that the audit trail speaks of and that stand as they were written. */
  rows: number
  /** First look-up of each write that was changed or removed afterwards. */
  broken: string[]
}

const PAGE = 200

/**
 * Compares the log of look-ups with the hashes in the audit trail.
 * @param at epoch milliseconds: what was removed because it was kept long enough is not missed
 */
export async function verifyLog(reader: Reader, at: number): Promise<LogReport> {
  const report: LogReport = { rows: 0, broken: [] }
  const keptFrom = firstIdAt(at - keptDays() * DAY_MS)
  let after = ''
  for (;;) {
    const lines = await entriesWithVerb(reader, LOGGED, after, PAGE)
    for (const line of lines) {
      for (const part of ['open', 'ended'] as const) {
        const proof = proofIn(line.detail[part])
        if (proof) await check(reader, part, proof, keptFrom, report)
      }
    }
    const last = lines.at(-1)
    if (!last || lines.length < PAGE) return report
    after = last.id
  }
}

interface Proof {
  ids: string[]
  hash: string
}

function proofIn(detail: unknown): Proof | null {
  if (typeof detail !== 'object' || detail === null || !('ids' in detail) || !('hash' in detail)) return null
  return { ids: String(detail.ids).split(' '), hash: String(detail.hash) }
}

async function check(
  reader: Reader,
  part: 'open' | 'ended',
  { ids, hash }: Proof,
  keptFrom: string,
  report: LogReport,
): Promise<void> {
  const found = await logRowsById(reader, ids)
  const gone = ids.filter((id) => !found.has(id))
  if (gone.length > 0 && gone.every((id) => id < keptFrom)) return
  const rows = ids.map((id) => found.get(id)).filter((row): row is LogRow => row !== undefined)
  if (gone.length === 0 && hashOfRows(rows, part) === hash) report.rows += part === 'ended' ? ids.length : 0
  else report.broken.push(ids[0] ?? '')
}
