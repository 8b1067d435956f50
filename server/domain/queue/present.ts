import { dayOf, timeOf } from '#shared/calendar/day.ts'
import { maskName } from '#shared/elements/types/person-name.ts'
import { movesOf } from '#shared/queue/moves.ts'
import type {
  AppointmentLine,
  DeskLine,
  DeskTicketNow,
  Expected,
  PriorityChoice,
} from '#shared/queue/views.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { businessName, hallOf } from './hall.ts'
import { isLate, queueRules } from './rules.ts'
import { appointmentById, type AppointmentRow } from './store/appointments.ts'
import type { TicketRow } from './store/tickets.ts'

const MINUTE_MS = 60_000

/** The reasons for priority as choices; `claimed` leaves out what age gives by itself. */
export function priorityChoices(lang: Lang, claimed = false): PriorityChoice[] {
  return queueRules()
    .priorities.filter(({ fromAge }) => !claimed || fromAge === undefined)
    .map(({ code, name, proof }) => ({ code, name: say(name, lang), proof: proof ? say(proof, lang) : '' }))
}

/** A reason for priority in words; empty without one. */
export function priorityWords(code: string, lang: Lang): { priority: string; proof: string } {
  const found = priorityChoices(lang).find((each) => each.code === code)
  return { priority: found?.name ?? '', proof: found?.proof ?? '' }
}

/** An appointment in a list; a hall that is not published any more is left with its code. */
export function appointmentLine(row: AppointmentRow, at: number, lang: Lang): AppointmentLine {
  const hall = catalog().find('hall', row.hall)
  return {
    no: row.no,
    hall: hall ? say(hall.name, lang) : row.hall,
    business: hall ? say(businessName(hall, row.business), lang) : row.business,
    day: row.day,
    time: row.time,
    state: stateOf(row, at),
    coming: isComing(row, at),
  }
}

/** Whether it is still to come, or under way: it counts until its day is over. */
function isComing({ state, day }: AppointmentRow, at: number): boolean {
  return day >= dayOf(at) && (state === 'booked' || state === 'arrived')
}

/** Whether somebody has not come yet and still may. */
export function mayArrive(row: AppointmentRow, at: number): boolean {
  return row.state === 'booked' && isComing(row, at)
}

/** As people read it: who has not come by now is late, and may still come today. */
function stateOf(row: AppointmentRow, at: number): string {
  const { state, day } = row
  return state === 'booked' && day === dayOf(at) && isLate(row, at) ? 'late' : state
}

export function deskLine(ticket: TicketRow, { at, lang }: Look): DeskLine {
  return {
    id: ticket.id,
    no: ticket.no,
    business: say(businessName(hallOf(ticket.hall), ticket.business), lang),
    lane: ticket.lane,
    priority: priorityWords(ticket.priority, lang).priority,
    waited: Math.max(0, Math.floor((at - Math.max(ticket.takenAt, ticket.slotAt)) / MINUTE_MS)),
    moves: movesOf(ticket, queueRules()),
  }
}

/** The ticket in hand: of an appointment, with the name of who should stand there. */
export async function deskTicket(look: Look, ticket: TicketRow): Promise<DeskTicketNow> {
  const appointment =
    ticket.appointmentId === ticket.id ? undefined : await appointmentById(look.tx, ticket.appointmentId)
  return {
    ...deskLine(ticket, look),
    state: ticket.state,
    calls: ticket.calls,
    name: appointment?.person.name ?? '',
    proof: priorityWords(ticket.priority, look.lang).proof,
  }
}

/** Who is coming; names are masked until they stand there. */
export function expectedLine(row: AppointmentRow, { at, lang }: Look): Expected {
  return {
    no: row.no,
    name: maskName(row.person.name),
    business: say(businessName(hallOf(row.hall), row.business), lang),
    time: row.time,
    priority: priorityWords(row.priority, lang).priority,
    state: stateOf(row, at),
    mayArrive: mayArrive(row, at),
  }
}

/** When a slot begins, as long as it lies ahead; else empty. */
export function notBefore({ slotAt }: TicketRow, at: number): string {
  return slotAt > at ? timeOf(slotAt) : ''
}
