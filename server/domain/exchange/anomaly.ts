import type { Tx } from '#db'
import { newId } from '#shared/id.ts'
import {
  alertedSince,
  insertAlerts,
  insertPostSubjects,
  MANY_SUBJECTS,
  peopleSince,
} from './store/anomalies.ts'

/** A post that looks up more people than this in an hour is worth a look, domain.md §11.5. */
export const MOST_PEOPLE_AN_HOUR = 50

export const HOUR_MS = 3_600_000

/** What of a line of the log says whom a post looked up. */
export interface LookedUp {
  actorKind: string
  actorId: string
  unit: string
  subject: string
  /** Epoch milliseconds. */
  at: number
}

/**
 * Counts whom members of staff looked up, in the transaction that writes the log, and raises an alert for a post that
 * looked up too many people within the hour before: then not again for an hour, however many more follow.
 */
export async function noteSubjects(tx: Tx, rows: readonly LookedUp[]): Promise<void> {
  const byStaff = rows.filter(({ actorKind, subject }) => actorKind === 'staff' && subject !== '')
  if (byStaff.length === 0) return
  await insertPostSubjects(
    tx,
    byStaff.map(({ at, actorId, unit, subject }) => ({ hour: hourOf(at), actorId, subject, unit, at })),
  )
  const at = Math.max(...byStaff.map((row) => row.at))
  await raise(tx, [...new Set(byStaff.map(({ actorId }) => actorId))], at)
}

async function raise(tx: Tx, actorIds: readonly string[], at: number): Promise<void> {
  const after = at - HOUR_MS
  const counted = await peopleSince(tx, { after, hour: hourOf(after), actorIds })
  const many = counted.filter(({ people }) => people > MOST_PEOPLE_AN_HOUR)
  if (many.length === 0) return
  const hour = hourOf(at)
  const keys = many.flatMap(({ actorId }) => [keyOf(actorId, hour), keyOf(actorId, hour - 1)])
  const alerted = await alertedSince(tx, keys, after)
  await insertAlerts(
    tx,
    many
      .filter(({ actorId }) => !alerted.has(actorId))
      .map(({ actorId, people, unit }) => ({
        id: newId(at),
        kind: MANY_SUBJECTS,
        key: keyOf(actorId, hour),
        unit: unit ?? '',
        detail: { post: actorId, people, hour },
        at,
        seenBy: '',
        seenAt: 0,
      })),
  )
}

function keyOf(actorId: string, hour: number): string {
  return `${actorId} ${hour}`
}

/** Epoch hours of a moment in epoch milliseconds. */
export function hourOf(at: number): number {
  return Math.floor(at / HOUR_MS)
}
