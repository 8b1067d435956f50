import type { Reader } from '#db'
import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { Act, Look } from '../act.ts'
import { hallOf, refuse } from './hall.ts'
import { deleteSeat, insertSeat, seatAt, seatOf, type SeatRow } from './store/seats.ts'
import { freeOfCounter, ticketInHand } from './store/tickets.ts'

/** Takes a counter to work at. One that somebody left without a ticket in hand is taken over. */
export async function sit(
  act: Act,
  { hall: code, counter }: { hall: string; counter: string },
): Promise<{ hall: string }> {
  const hall = hallOf(code)
  if (!hall.counters.some((each) => each.code === counter)) refuse('counter', 'not_an_option')
  const other = await seatAt(act.tx, code, counter)
  if (other?.clerkId === actorId(act.actor)) return { hall: code }
  await stand(act)
  if (other) {
    if (await inHand(act.tx, other, act.at)) refuse('counter', 'counter_taken')
    await deleteSeat(act.tx, other.clerkId)
  }
  const seat = { clerkId: actorId(act.actor), hall: code, counter, since: act.at }
  if (!(await insertSeat(act.tx, seat))) refuse('counter', 'counter_taken')
  act.note({ verb: 'queue.sit', subjectKind: 'hall', subjectId: code, detail: { counter } })
  return { hall: code }
}

/** Leaves one's counter. */
export async function leave(act: Act, { hall }: { hall: string }): Promise<{ hall: string }> {
  await stand(act)
  act.note({ verb: 'queue.leave', subjectKind: 'hall', subjectId: hall })
  return { hall }
}

/** Whoever has a ticket in hand stays; who was sent on to this counter may be called by others. */
async function stand(act: Act): Promise<void> {
  const mine = await seatOf(act.tx, actorId(act.actor))
  if (!mine) return
  if (await inHand(act.tx, mine, act.at)) refuse('counter', 'ticket_in_hand')
  await freeOfCounter(act.tx, { hall: mine.hall, day: dayOf(act.at) }, mine.counter)
  await deleteSeat(act.tx, mine.clerkId)
}

function inHand(reader: Reader, { hall, counter }: SeatRow, at: number) {
  return ticketInHand(reader, { hall, day: dayOf(at) }, counter)
}

/** The counter at which the clerk works in a hall; undefined elsewhere. */
export async function ownSeat(look: Look | Act, hall: string): Promise<SeatRow | undefined> {
  const seat = await seatOf(look.tx, actorId(look.actor))
  return seat?.hall === hall ? seat : undefined
}

/** The same for acts that need one. */
export async function requireSeat(act: Act, hall: string): Promise<SeatRow> {
  return (await ownSeat(act, hall)) ?? refuse('counter', 'counter_missing')
}
