import type { Tx } from '#db'
import { newId } from '#shared/id.ts'
import { insertAlerts, insertPostSubjects, peopleInHour } from './store/anomalies.ts'

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
 * looked up too many people in the same hour: once for a post and an hour, however many more follow.
 */
export async function noteSubjects(tx: Tx, rows: readonly LookedUp[]): Promise<void> {
  const byStaff = rows.filter(({ actorKind, subject }) => actorKind === 'staff' && subject !== '')
  if (byStaff.length === 0) return
  await insertPostSubjects(
    tx,
    byStaff.map(({ at, actorId, unit, subject }) => ({
      hour: Math.floor(at / HOUR_MS),
      actorId,
      subject,
      unit,
    })),
  )
  for (const hour of new Set(byStaff.map(({ at }) => Math.floor(at / HOUR_MS)))) {
    const posts = byStaff.filter(({ at }) => Math.floor(at / HOUR_MS) === hour)
    await raise(tx, hour, posts)
  }
}

async function raise(tx: Tx, hour: number, posts: readonly LookedUp[]): Promise<void> {
  const ids = [...new Set(posts.map(({ actorId }) => actorId))]
  const at = Math.max(...posts.map((post) => post.at))
  const counted = await peopleInHour(tx, hour, ids)
  const units = new Map(counted.map(({ actorId, unit }) => [actorId, unit]))
  const many = ids
    .map((actorId) => ({
      actorId,
      people: counted.filter((row) => row.actorId === actorId).reduce((sum, row) => sum + row.people, 0),
    }))
    .filter(({ people }) => people > MOST_PEOPLE_AN_HOUR)
  await insertAlerts(
    tx,
    many.map(({ actorId, people }) => ({
      id: newId(at),
      kind: 'many-subjects',
      key: `${actorId} ${hour}`,
      unit: units.get(actorId) ?? '',
      detail: { post: actorId, people, hour },
      at,
      seenBy: '',
      seenAt: 0,
    })),
  )
}
