import { DISPATCH_DAYS } from '#shared/hotline/limits.ts'
import type { DeskTicket } from '#shared/hotline/views.ts'
import type { Act } from '../act.ts'
import { hotlineCenter } from './center.ts'
import { findTicket } from './find.ts'
import { kindOf } from './kinds.ts'
import { moveTicket } from './move.ts'

/** The department takes the ticket on: the days to handle it begin. */
export async function sign(act: Act, { no }: { no: string }): Promise<DeskTicket> {
  const ticket = await findTicket(act, no)
  return moveTicket(act, ticket, 'sign', { days: kindOf(ticket.row.kind).handleDays })
}

/**
 * The department gives the ticket back to the hotline centre, saying why. After two returns it cannot any more
 * (domain.md §5.6).
 */
export async function returnTicket(
  act: Act,
  { no, note }: { no: string; note: string },
): Promise<{ no: string }> {
  const ticket = await findTicket(act, no)
  await moveTicket(act, ticket, 'return', { note, unit: hotlineCenter(), days: DISPATCH_DAYS })
  return { no }
}
