import { dayOf, momentOf } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { businessOf, hallOf, refuse } from './hall.ts'
import { issueTicket } from './issue-ticket.ts'
import { requireKiosk } from './kiosk-key.ts'
import { isLate } from './rules.ts'
import {
  appointmentByNo,
  appointmentsAt,
  updateAppointment,
  type AppointmentRow,
} from './store/appointments.ts'
import { ticketOfAppointment, type TicketRow } from './store/tickets.ts'

/** Whoever has an appointment says at the machine that they are there, by its number. */
export async function arriveAtKiosk(
  act: Act,
  input: { hall: string; no: string; key: string },
): Promise<{ ticket: string }> {
  requireKiosk(input.hall, input.key, act.at)
  const { id } = await admit(act, await expectedByNo(act, input.hall, input.no))
  return { ticket: id }
}

/** The same at the desk: by number, or by name and the last four digits of the phone. */
export async function arriveAtDesk(
  act: Act,
  input: { hall: string; no: string; name: string; phone: string },
): Promise<{ hall: string; no: string }> {
  const row = input.no
    ? await expectedByNo(act, input.hall, input.no)
    : await expectedByName(act, input.hall, input)
  const ticket = await admit(act, row)
  return { hall: ticket.hall, no: ticket.no }
}

async function expectedByNo(act: Act, hall: string, typed: string): Promise<AppointmentRow> {
  const row = await appointmentByNo(act.tx, typed.replace(/\D/g, ''))
  return row && row.hall === hall && row.day === dayOf(act.at) ? row : refuse('no', 'appointment_unknown')
}

async function expectedByName(
  act: Act,
  hall: string,
  { name, phone }: { name: string; phone: string },
): Promise<AppointmentRow> {
  if (!name || phone.length < 4) refuse('no', 'appointment_no_missing')
  const all = await appointmentsAt(act.tx, hall, dayOf(act.at))
  const found = all.filter(
    ({ person, state }) => state !== 'cancelled' && person.name === name && person.phone.endsWith(phone),
  )
  const next = found.find(({ state }) => state === 'booked') ?? found[0]
  return next ?? refuse('no', 'appointment_unknown')
}

/**
 * Puts somebody with an appointment into the line; arriving twice is one ticket. Who comes later than the rules allow
 * queues as if without appointment, domain.md §10.4.
 */
async function admit(act: Act, row: AppointmentRow): Promise<TicketRow> {
  const earlier = await ticketOfAppointment(act.tx, row.id)
  if (earlier) return earlier
  if (row.state !== 'booked') return refuse('no', 'appointment_unknown')
  if (!(await updateAppointment(act.tx, row, { state: 'arrived' }))) {
    const meanwhile = await ticketOfAppointment(act.tx, row.id)
    if (meanwhile) return meanwhile
    throw new Refusal('changed_meanwhile')
  }
  const hall = hallOf(row.hall)
  const slotAt = momentOf(row.day, row.time)
  const late = isLate(row, act.at)
  const ticket = await issueTicket(act, hall, businessOf(hall, row.business), {
    lane: late ? 'walkIn' : 'appointment',
    priority: row.priority,
    appointmentId: row.id,
    slotAt: late ? 0 : slotAt,
  })
  act.note({ verb: 'queue.arrive', subjectKind: 'appointment', subjectId: row.id })
  return ticket
}
