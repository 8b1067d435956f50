import { systemActor } from '#shared/access/actor.ts'
import type { Act } from '../act.ts'
import { now } from '../clock.ts'
import { asking, perform } from '../perform.ts'
import { noteSubjects } from './anomaly.ts'
import type { Entry } from './journal.ts'
import { hashOfRows } from './log-hash.ts'
import { minutesOf } from './minutes.ts'
import { putBack, takeCounted } from './quality.ts'
import { insertLog, settleLog, type LogRow } from './store/log.ts'
import { addMinutes, sawUpdates } from './store/minutes.ts'
import { addValueFigures } from './store/quality.ts'
import { tellTries } from './tried-numbers.ts'

/** The verb of the audit trail's lines about the log. */
export const LOGGED = 'exchange.logged'

/**
 * Writes entries of the journal in one transaction, with the figures that follow from them and one line of the audit
 * trail for all. Answers the entries that were settled before, by somebody who took their process for dead: of these
 * nothing was written.
 * @param take tells the entries, the same each time
 */
export async function writeEntries(take: () => readonly Entry[]): Promise<ReadonlySet<Entry>> {
  const values = takeCounted()
  try {
    return await perform(asking(systemActor('exchange'), now()), (act) => write(act, take(), values))
  } catch (error) {
    putBack(values)
    throw error
  }
}

async function write(
  act: Act,
  entries: readonly Entry[],
  values: ReturnType<typeof takeCounted>,
): Promise<ReadonlySet<Entry>> {
  const inserted = rowsTo('insert', entries)
  await insertLog(act.tx, inserted)
  const open = await settleLog(act.tx, rowsTo('settle', entries))
  const late = new Set(entries.filter(({ write, row }) => write === 'settle' && !open.has(row)))
  const written = late.size === 0 ? entries : entries.filter((entry) => !late.has(entry))
  await noteSubjects(act.tx, inserted)
  await tellTries(act.tx, inserted)
  await addMinutes(act.tx, minutesOf(written.filter(({ row }) => row.answeredAt > 0)))
  await sawUpdates(act.tx, updatesIn(written))
  await addValueFigures(act.tx, values)
  if (written.length > 0) noteRows(act, inserted, rowsTo('settle', written))
  return late
}

function rowsTo(what: Entry['write'], entries: readonly Entry[]): LogRow[] {
  return entries.flatMap(({ write, row }) => (write === what ? [row] : []))
}

/** The trail has the hash of what was written, by which `npm run db:audit` finds what was changed afterwards. */
function noteRows(act: Act, inserted: readonly LogRow[], settled: readonly LogRow[]): void {
  const open = inserted.filter(({ answeredAt }) => answeredAt === 0)
  const ended = [...inserted.filter(({ answeredAt }) => answeredAt > 0), ...settled]
  act.note({
    verb: LOGGED,
    subjectKind: 'lookups',
    subjectId: (open[0] ?? ended[0])?.id ?? '',
    detail: { ...proof('open', open), ...proof('ended', ended) },
  })
}

function proof(part: 'open' | 'ended', rows: readonly LogRow[]): Record<string, unknown> {
  if (rows.length === 0) return {}
  return { [part]: { ids: rows.map(({ id }) => id).join(' '), hash: hashOfRows(rows, part) } }
}

function updatesIn(entries: readonly Entry[]): { resource: string; updatedAt: number; seenAt: number }[] {
  const updates = new Map<string, { resource: string; updatedAt: number; seenAt: number }>()
  for (const { row, updatedAt } of entries) {
    if (updatedAt === null) continue
    const before = updates.get(row.resource)
    if (!before || before.updatedAt < updatedAt)
      updates.set(row.resource, { resource: row.resource, updatedAt, seenAt: row.answeredAt })
  }
  return [...updates.values()].sort((a, b) => (a.resource < b.resource ? -1 : 1))
}
