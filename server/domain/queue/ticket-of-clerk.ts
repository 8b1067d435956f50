import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { Act, Look } from '../act.ts'
import { seatOf } from './store/seats.ts'
import { ticketInHand } from './store/tickets.ts'

/** The id of the ticket in a clerk's hands, if they sit at a counter and have one. */
export async function ticketOfClerk(look: Look | Act): Promise<string | undefined> {
  const seat = await seatOf(look.tx, actorId(look.actor))
  if (!seat) return undefined
  return (await ticketInHand(look.tx, { hall: seat.hall, day: dayOf(look.at) }, seat.counter))?.id
}
