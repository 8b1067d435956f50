import type { Act } from '../act.ts'
import { businessOf, hallOf, isOpen, refuse } from './hall.ts'
import { issueTicket } from './issue-ticket.ts'
import { requireKiosk } from './kiosk-key.ts'
import { requirePriority } from './rules.ts'
import type { TicketRow } from './store/tickets.ts'

interface Wish {
  hall: string
  business: string
  priority: string
}

/** A ticket without appointment, taken from the machine at the entrance; it knows nobody. */
export async function takeAtKiosk(act: Act, input: Wish & { key: string }): Promise<{ ticket: string }> {
  requireKiosk(input.hall, input.key, act.at)
  const { id } = await take(act, input)
  return { ticket: id }
}

/** A ticket that a clerk gives to somebody at the desk. */
export async function takeAtDesk(act: Act, input: Wish): Promise<{ hall: string; no: string }> {
  const { hall, no } = await take(act, input)
  return { hall, no }
}

async function take(act: Act, { hall: code, business: wanted, priority }: Wish): Promise<TicketRow> {
  const hall = hallOf(code)
  const business = businessOf(hall, wanted)
  if (!isOpen(hall, act.at)) refuse('business', 'hall_closed')
  requirePriority(priority)
  const ticket = await issueTicket(act, hall, business, { lane: 'walkIn', priority, slotAt: 0 })
  act.note({ verb: 'queue.take', subjectKind: 'queueTicket', subjectId: ticket.id })
  return ticket
}
