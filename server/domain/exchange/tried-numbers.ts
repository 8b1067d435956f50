import { blind, read, type Tx } from '#db'
import { actorId } from '#shared/access/actor.ts'
import { dayOf, momentOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { perform, type Asking } from '../perform.ts'
import { HOUR_MS } from './anomaly.ts'
import { unprovenIn } from './relation.ts'
import { BY_PEOPLE, forgetPostSubject, insertAlerts, insertPostSubjects, triedBy } from './store/anomalies.ts'
import type { LogRow } from './store/log.ts'
import type { LookupRequest, Matter } from './types.ts'

const HOURS_A_DAY = 24

/** So many numbers somebody, also at a counter, may try a day, unless the exchange's configuration says otherwise. */
const TRIES_A_DAY = 5

let triesADay = TRIES_A_DAY

/** Says how many numbers that nothing proves yet somebody may ask registers with on a day. */
export function useTries(aDay = TRIES_A_DAY): void {
  triesADay = aDay
}

/**
 * Whether one more number may be asked with of somebody whose relation the answer itself would prove: by a person, and
 * by staff who fill in a form for one, for whomever. The same number again is no other, and jobs only ask again. It is
 * remembered before it is judged, so that questions that come together see each other; what may not be tried is
 * forgotten again.
 */
export async function mayTry(who: Asking, matter: Matter, request: LookupRequest): Promise<boolean> {
  const { actor, at } = who
  if (actor.kind === 'system') return true
  const [by, subject] = [actorId(actor), keyOf(matter, request)]
  const tried = await triedBy(read(), hoursOf(at), by, BY_PEOPLE)
  // What is remembered may be forgotten in a moment: while there is too much of it, none of it counts.
  if (tried.includes(subject)) return tried.length <= triesADay
  if (tried.length >= triesADay) return false
  const post = { hour: Math.floor(at / HOUR_MS), actorId: by, subject, unit: BY_PEOPLE, at }
  await perform(who, (act) => insertPostSubjects(act.tx, [post]))
  if ((await triedBy(read(), hoursOf(at), by, BY_PEOPLE)).length <= triesADay) return true
  await perform(who, (act) => forgetPostSubject(act.tx, post))
  return false
}

/** What is remembered of a number that was tried: it cannot be read back. */
export function keyOf(matter: Matter, request: LookupRequest): string {
  return blind(`tried ${unprovenIn(matter, request).join(' ')}`)
}

/** Remembers what was tried, in the transaction that writes the log, and raises an alert where it was too much. */
export async function noteTries(
  tx: Tx,
  entries: readonly { row: LogRow; tried?: string | undefined }[],
): Promise<void> {
  const byPeople = entries.filter(({ row, tried }) => tried !== undefined && row.actorKind !== 'system')
  await insertPostSubjects(
    tx,
    byPeople
      .filter(({ row }) => row.outcome !== 'refused')
      .map(({ row: { at, actorId: by }, tried = '' }) => ({
        hour: Math.floor(at / HOUR_MS),
        actorId: by,
        subject: tried,
        unit: BY_PEOPLE,
        at,
      })),
  )
  await insertAlerts(
    tx,
    byPeople
      .filter(({ row }) => row.fault === 'too-many-numbers')
      .map(({ row: { at, actorKind, actorId: by, resource } }) => ({
        id: newId(at),
        kind: 'many-numbers',
        key: `${by} ${dayOf(at)}`,
        unit: '',
        detail: {
          [actorKind === 'staff' ? 'post' : 'person']: by,
          resource,
          numbers: triesADay,
          day: dayOf(at),
        },
        at,
        seenBy: '',
        seenAt: 0,
      })),
  )
}

function hoursOf(at: number): number[] {
  const first = Math.floor(momentOf(dayOf(at)) / HOUR_MS)
  return Array.from({ length: HOURS_A_DAY }, (_, i) => first + i)
}
