import type { Reader } from '#db'
import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { AppointmentLine } from '#shared/queue/views.ts'
import type { Text } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { businessName, counterName, hallOf } from './hall.ts'
import { moveTicket } from './move.ts'
import { comingOf } from './read-own.ts'
import { appointmentById } from './store/appointments.ts'
import { seatOf } from './store/seats.ts'
import { ticketById, ticketInHand, type TicketRow } from './store/tickets.ts'

/** Where a clerk sits, and the ticket in their hands. */
export interface AtCounter {
  hall: string
  /** Hall and counter. */
  place: Text
  ticket: {
    id: string
    no: string
    state: TicketRow['state']
    business: Text
    /** Keyed hash of the number of whoever has the appointment; empty for walk-ins. */
    personBlind: string
  } | null
}

/** The counter at which whoever acts sits; undefined when they sit at none. */
export async function atCounter({ tx, actor, at }: Act | Look): Promise<AtCounter | undefined> {
  const seat = await seatOf(tx, actorId(actor))
  if (!seat) return undefined
  const hall = hallOf(seat.hall)
  const name = counterName(hall, seat.counter)
  const ticket = await ticketInHand(tx, { hall: seat.hall, day: dayOf(at) }, seat.counter)
  const appointment = ticket && (await appointmentById(tx, ticket.appointmentId))
  return {
    hall: seat.hall,
    place: {
      zh: `${hall.name.zh} ${seat.counter} ${name.zh}`,
      en: `${hall.name.en}, ${seat.counter} ${name.en}`,
    },
    ticket: ticket
      ? {
          id: ticket.id,
          no: ticket.no,
          state: ticket.state,
          business: businessName(hall, ticket.business),
          personBlind: appointment?.personBlind ?? '',
        }
      : null,
  }
}

/** Whether a ticket is in a clerk's hands still. */
export async function isInHand(reader: Reader, ticket: string): Promise<boolean> {
  const row = await ticketById(reader, ticket)
  return row?.state === 'called' || row?.state === 'serving'
}

/** Serving has begun: whoever was called is there. Nothing when it had. */
export async function beginServing(act: Act, { id, state }: { id: string; state: string }): Promise<void> {
  if (state === 'called') await moveTicket(act, { ticket: id, move: 'serve' })
}

/** The appointments still to come of somebody who is there. */
export function appointmentsOfVisitor(look: Look, personBlind: string): Promise<AppointmentLine[]> {
  return comingOf(look, personBlind)
}
