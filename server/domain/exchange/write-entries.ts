import { systemActor } from '#shared/access/actor.ts'
import type { Act } from '../act.ts'
import { now } from '../clock.ts'
import { asking, perform } from '../perform.ts'
import { noteSubjects } from './anomaly.ts'
import type { Entry } from './journal.ts'
import { hashOfRows } from './log-hash.ts'
import { minutesOf } from './minutes.ts'
import { takeCounted } from './quality.ts'
import { insertLog, settleLog, type LogRow } from './store/log.ts'
import { addMinutes, sawUpdates } from './store/minutes.ts'
import { addValueFigures } from './store/quality.ts'
import { noteTries } from './tried-numbers.ts'

/** The verb of the audit trail's lines about the log. */
export const LOGGED = 'exchange.logged'

/**
 * Writes entries of the journal in one transaction, with the figures that follow from them and one line of the audit
 * trail for all.
 * @param take tells the entries, the same each time
 */
export async function writeEntries(take: () => readonly Entry[]): Promise<void> {
  const values = takeCounted()
  await perform(asking(systemActor('exchange'), now()), async (act) => {
    const entries = take()
    const rows = entries.map(({ row }) => row)
    const inserted = entries.filter(({ write }) => write === 'insert').map(({ row }) => row)
    const settled = entries.filter(({ write }) => write === 'settle').map(({ row }) => row)
    await insertLog(act.tx, inserted)
    await settleLog(act.tx, settled)
    await noteSubjects(act.tx, inserted)
    await noteTries(act.tx, entries)
    await addMinutes(act.tx, minutesOf(rows.filter(({ answeredAt }) => answeredAt > 0)))
    await sawUpdates(act.tx, updatesIn(entries))
    await addValueFigures(act.tx, values)
    noteRows(act, inserted, settled)
  })
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
