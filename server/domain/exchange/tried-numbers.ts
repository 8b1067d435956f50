import { read, type Reader, type Tx } from '#db'
import { actorId } from '#shared/access/actor.ts'
import { dayOf, momentOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { perform, type Asking } from '../perform.ts'
import { hourOf } from './anomaly.ts'
import { BY_PEOPLE, insertAlerts, insertPostSubjects, triedBy, TURN } from './store/anomalies.ts'
import type { LogRow } from './store/log.ts'

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
 * by staff who fill in a form for one, for whomever. The same number again is no other, and jobs only ask again. What
 * may be tried is remembered for the day.
 * @param subject what is remembered of the number
 */
export async function mayTry(who: Asking, subject: string): Promise<boolean> {
  if (who.actor.kind === 'system') return true
  return (await judge(who, subject, read())) ?? perform(who, ({ tx }) => tryOne(who, subject, tx))
}

/** Whether it may be tried as far as it was judged before; undefined for another number that may be tried still. */
async function judge({ actor, at }: Asking, subject: string, reader: Reader): Promise<boolean | undefined> {
  const tried = await triedBy(reader, hoursOf(at), actorId(actor))
  if (tried.includes(subject)) return true
  return tried.length >= triesADay ? false : undefined
}

async function tryOne(who: Asking, subject: string, tx: Tx): Promise<boolean> {
  const { actor, at } = who
  const post = { actorId: actorId(actor), unit: BY_PEOPLE, at }
  // Questions that come together take turns: whoever writes this row makes the others of the same person wait.
  await insertPostSubjects(tx, [{ ...post, hour: hoursOf(at)[0] ?? 0, subject: TURN }])
  const judged = await judge(who, subject, tx)
  if (judged !== undefined) return judged
  await insertPostSubjects(tx, [{ ...post, hour: hourOf(at), subject }])
  return true
}

/** Raises an alert, in the transaction that writes the log, where somebody tried too many numbers. */
export async function tellTries(tx: Tx, rows: readonly LogRow[]): Promise<void> {
  await insertAlerts(
    tx,
    rows
      .filter(({ fault }) => fault === 'too-many-numbers')
      .map(({ at, actorKind, actorId: by, resource }) => ({
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
  const first = hourOf(momentOf(dayOf(at)))
  return Array.from({ length: HOURS_A_DAY }, (_, i) => first + i)
}
