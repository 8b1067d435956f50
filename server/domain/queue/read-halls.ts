import type { Reader } from '#db'
import { dayOf } from '#shared/calendar/day.ts'
import { movesOf } from '#shared/queue/moves.ts'
import { calledBefore } from '#shared/queue/ahead.ts'
import type { HallLine, HallView, KioskView, ScreenView, TicketPageView } from '#shared/queue/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { businessName, counterName, hallOf, isOpen } from './hall.ts'
import { requireKiosk } from './kiosk-key.ts'
import { notBefore, priorityChoices, priorityWords } from './present.ts'
import { queueRules } from './rules.ts'
import { lastCalled, ticketById, ticketsIn, type TicketRow } from './store/tickets.ts'
import { waitingAt } from './waiting.ts'

/** Numbers that stand on the big screen at once. */
const SHOWN = 8
/** A call stands out for so long. */
const FRESH_MS = 30_000
/** As many of a line are looked at for somebody's place in it. */
const MOST_WAITING = 300

export async function listHalls({ tx, at, lang }: Look): Promise<HallLine[]> {
  return Promise.all(
    catalog()
      .all('hall')
      .map(async (hall) => {
        const businesses = await waitingAt(tx, hall, at, lang)
        const known = businesses.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]))
        return {
          code: hall.code,
          name: say(hall.name, lang),
          address: say(hall.address, lang),
          open: isOpen(hall, at),
          waiting: businesses.reduce((sum, { waiting }) => sum + waiting, 0),
          minutes: known.length > 0 ? Math.max(...known) : null,
        }
      }),
  )
}

export async function readHall({ tx, at, lang }: Look, { hall: code }: { hall: string }): Promise<HallView> {
  const hall = hallOf(code)
  const waiting = await waitingAt(tx, hall, at, lang)
  return {
    code,
    name: say(hall.name, lang),
    address: say(hall.address, lang),
    hours: say(hall.hours, lang),
    phone: hall.phone,
    open: isOpen(hall, at),
    businesses: waiting.map((each) => ({
      ...each,
      bookable: hall.businesses.some((business) => business.code === each.business && business.capacity > 0),
    })),
    bookAheadDays: queueRules().bookAheadDays,
    lateMinutes: queueRules().lateMinutes,
    priorities: priorityChoices(lang),
  }
}

/** What the screen of a hall shows: who is called where, by number alone. */
export async function readScreen(
  { tx, at, lang }: Look,
  { hall: code }: { hall: string },
): Promise<ScreenView> {
  const hall = hallOf(code)
  const [called, businesses] = await Promise.all([
    lastCalled(tx, { hall: code, day: dayOf(at) }, SHOWN),
    waitingAt(tx, hall, at, lang),
  ])
  return {
    hall: say(hall.name, lang),
    called: called.map(({ no, counter, state, lastCallAt }) => ({
      no,
      counter,
      counterName: say(counterName(hall, counter), lang),
      fresh: state === 'called' && at - lastCallAt < FRESH_MS,
    })),
    businesses,
  }
}

export async function readKiosk(
  { tx, at, lang }: Look,
  { hall: code, key }: { hall: string; key: string },
): Promise<KioskView> {
  const hall = hallOf(code)
  requireKiosk(code, key, at)
  return {
    code,
    hall: say(hall.name, lang),
    open: isOpen(hall, at),
    businesses: await waitingAt(tx, hall, at, lang),
    priorities: priorityChoices(lang),
  }
}

/** A ticket by its id, which only its holder knows. */
export async function readTicket(
  { tx, at, lang }: Look,
  { ticket: id }: { ticket: string },
): Promise<TicketPageView> {
  const ticket = await ticketById(tx, id)
  if (!ticket || ticket.day !== dayOf(at)) throw new Refusal('not_found')
  const hall = hallOf(ticket.hall)
  const waiting = await waitingAt(tx, hall, at, lang)
  return {
    id,
    no: ticket.no,
    hall: ticket.hall,
    hallName: say(hall.name, lang),
    business: say(businessName(hall, ticket.business), lang),
    state: ticket.state,
    ahead: ticket.state === 'waiting' ? await aheadOf(tx, ticket, at) : 0,
    minutes: waiting.find(({ business }) => business === ticket.business)?.minutes ?? null,
    counter: ticket.counter,
    counterName: ticket.counter && say(counterName(hall, ticket.counter), lang),
    ...priorityWords(ticket.priority, lang),
    notBefore: notBefore(ticket, at),
    mayComeBack: movesOf(ticket, queueRules()).includes('comeBack'),
  }
}

async function aheadOf(reader: Reader, { id, hall, day, business }: TicketRow, at: number): Promise<number> {
  const waiting = await ticketsIn(reader, { hall, day }, ['waiting'], [business], MOST_WAITING)
  return calledBefore(waiting, id, at, queueRules())
}
