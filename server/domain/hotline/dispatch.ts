import { signDays } from '#shared/hotline/limits.ts'
import type { DeskTicket } from '#shared/hotline/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { handlingDepartments } from './center.ts'
import { findTicket } from './find.ts'
import { kindOf } from './kinds.ts'
import { moveTicket } from './move.ts'

/** The hotline centre hands a ticket to a department, which signs for it within the limit of its kind. */
export async function dispatch(
  act: Act,
  { no, department }: { no: string; department: string },
): Promise<DeskTicket> {
  const ticket = await findTicket(act, no)
  if (!handlingDepartments().some(({ code }) => code === department)) {
    throw new Refusal('invalid_input', { problems: [{ field: 'department', code: 'not_an_option' }] })
  }
  return moveTicket(act, ticket, 'dispatch', {
    unit: department,
    days: signDays(kindOf(ticket.row.kind)),
    data: { department },
  })
}
