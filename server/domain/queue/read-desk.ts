import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { DeskAppointmentsView, DeskHall, DeskQueueView } from '#shared/queue/views.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { bookingForm } from './booking-form.ts'
import { counterName, hallOf, isOpen, takenAt } from './hall.ts'
import { kioskKey } from './kiosk-key.ts'
import { deskLine, deskTicket, expectedLine, priorityChoices } from './present.ts'
import { queueRules } from './rules.ts'
import { ownSeat } from './seat.ts'
import { appointmentsAt } from './store/appointments.ts'
import { allSeats } from './store/seats.ts'
import { lengthOf, lineOf, ticketInHand, ticketsIn } from './store/tickets.ts'
import { waitingAt } from './waiting.ts'

/** So many of a line stand on a counter's page. */
const SHOWN = 20

/** Halls and counters to work at, and who waits there. */
export async function deskHalls({ tx, at, lang, actor }: Look): Promise<DeskHall[]> {
  const seats = await allSeats(tx)
  return Promise.all(
    catalog()
      .all('hall')
      .map(async (hall) => ({
        code: hall.code,
        name: say(hall.name, lang),
        open: isOpen(hall, at),
        waiting: (await waitingAt(tx, hall, at, lang)).reduce((sum, { waiting }) => sum + waiting, 0),
        counters: hall.counters.map(({ code, name }) => {
          const seat = seats.find((each) => each.hall === hall.code && each.counter === code)
          return {
            code,
            name: say(name, lang),
            free: seat === undefined,
            mine: seat?.clerkId === actorId(actor),
          }
        }),
      })),
  )
}

/** The page of the counter at which the clerk works. */
export async function readDeskQueue(look: Look, { hall: code }: { hall: string }): Promise<DeskQueueView> {
  const { tx, at, lang } = look
  const hall = hallOf(code)
  const seat = await ownSeat(look, code)
  const key = { hall: code, day: dayOf(at) }
  const businesses = seat ? takenAt(hall, seat.counter) : hall.businesses.map((each) => each.code)
  const inHand = seat && (await ticketInHand(tx, key, seat.counter))
  const part = { businesses, counter: seat?.counter ?? '' }
  const line = await lineOf(tx, key, part, SHOWN)
  const missed = await ticketsIn(tx, key, ['missed'], businesses, SHOWN)
  return {
    hall: { code, name: say(hall.name, lang) },
    counter: seat ? { code: seat.counter, name: say(counterName(hall, seat.counter), lang) } : null,
    current: inHand ? await deskTicket(look, inHand) : null,
    waiting: await waitingAt(tx, hall, at, lang),
    line: line.map((ticket) => deskLine(ticket, look)),
    lineLength: line.length < SHOWN ? line.length : await lengthOf(tx, key, part),
    missed: missed.map((ticket) => deskLine(ticket, look)),
    businesses: hall.businesses.map((each) => ({ code: each.code, name: say(each.name, lang) })),
    counters: hall.counters.map((each) => ({ code: each.code, name: say(each.name, lang) })),
    priorities: priorityChoices(lang),
    callsBeforeMissed: queueRules().callsBeforeMissed,
    kiosk: `/halls/${code}/kiosk?key=${kioskKey(code, at)}`,
  }
}

/** Who comes to a hall today, and what can be booked for somebody who stands there. */
export async function deskAppointments(
  look: Look,
  input: { hall: string; business: string; day: string },
): Promise<DeskAppointmentsView> {
  const today = await appointmentsAt(look.tx, input.hall, dayOf(look.at))
  return {
    form: await bookingForm(look, input),
    expected: today.filter(({ state }) => state !== 'cancelled').map((row) => expectedLine(row, look)),
  }
}
