import { dayOf } from '#shared/calendar/day.ts'
import type { AppointmentLine, AppointmentView } from '#shared/queue/views.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { mayChange, ownAppointment } from './book.ts'
import { hallOf } from './hall.ts'
import { appointmentLine, mayArrive, priorityWords } from './present.ts'
import { queueRules } from './rules.ts'
import { appointmentsOf } from './store/appointments.ts'
import { ticketOfAppointment } from './store/tickets.ts'
import { ownVisitor } from './visitor.ts'

/** The appointments of the person who looks, the latest first. */
export async function ownAppointments(look: Look): Promise<AppointmentLine[]> {
  const { blind } = await ownVisitor(look.tx, look.actor)
  return linesOf(look, blind)
}

/** Those still to come, the next first; who is late today may still come. */
export async function comingAppointments(look: Look): Promise<AppointmentLine[]> {
  const { blind } = await ownVisitor(look.tx, look.actor)
  return comingOf(look, blind)
}

async function linesOf(look: Look, blind: string): Promise<AppointmentLine[]> {
  return (await appointmentsOf(look.tx, blind)).map((row) => appointmentLine(row, look.at, look.lang))
}

/** The same of whoever the keyed hash of a number is of. */
export async function comingOf(look: Look, blind: string): Promise<AppointmentLine[]> {
  return (await linesOf(look, blind)).filter(({ coming }) => coming).reverse()
}

export async function readAppointment(look: Look, { no }: { no: string }): Promise<AppointmentView> {
  const row = await ownAppointment(look, no)
  const hall = hallOf(row.hall)
  const ticket = row.state === 'arrived' ? await ticketOfAppointment(look.tx, row.id) : undefined
  return {
    ...appointmentLine(row, look.at, look.lang),
    hallCode: hall.code,
    address: say(hall.address, look.lang),
    phone: hall.phone,
    ...priorityWords(row.priority, look.lang),
    lateMinutes: queueRules().lateMinutes,
    ticket: ticket?.day === dayOf(look.at) ? ticket.id : null,
    mayArrive: mayArrive(row, look.at),
    mayChange: mayChange(row, look.at),
  }
}
