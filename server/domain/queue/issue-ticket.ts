import { dayOf } from '#shared/calendar/day.ts'
import type { Hall, HallBusiness } from '#shared/catalog/documents.ts'
import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'
import { nextNumber } from '../settings/index.ts'
import { insertTicket, type TicketRow } from './store/tickets.ts'

/** Where a new ticket stands: with or without appointment, with or without priority. */
export interface Place {
  lane: TicketRow['lane']
  priority: string
  appointmentId?: string
  /** When the slot begins; 0 without one. */
  slotAt: number
}

/** Writes a ticket of today with the next number of its business. */
export async function issueTicket(
  act: Act,
  hall: Hall,
  business: HallBusiness,
  { lane, priority, appointmentId, slotAt }: Place,
): Promise<TicketRow> {
  const day = dayOf(act.at)
  const number = await nextNumber(act.tx, `queue ${hall.code} ${day} ${business.letter}`)
  const id = newId(act.at)
  const row: TicketRow = {
    id,
    hall: hall.code,
    day,
    no: `${business.letter}${String(number).padStart(3, '0')}`,
    business: business.code,
    onlyCounter: '',
    state: 'waiting',
    lane,
    priority,
    appointmentId: appointmentId ?? id,
    slotAt,
    takenAt: act.at,
    since: slotAt || act.at,
    calls: 0,
    comeBacks: 0,
    calledAt: 0,
    lastCallAt: 0,
    servedAt: 0,
    endedAt: 0,
    counter: '',
    clerkId: '',
    version: 1,
  }
  await insertTicket(act.tx, row)
  return row
}
