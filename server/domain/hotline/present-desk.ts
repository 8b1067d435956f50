import { can } from '#shared/access/can.ts'
import { maskPhone } from '#shared/elements/types/phone.ts'
import type { DeskTicket } from '#shared/hotline/views.ts'
import { say, type Lang } from '#shared/text.ts'
import { catalog } from '../catalog/index.ts'
import { handlingDepartments, hotlineCenter } from './center.ts'
import type { FoundTicket } from './find.ts'
import { categoryOf } from './kinds.ts'
import { presentReason } from './guide.ts'
import { presentTicket, type Reading } from './present.ts'

/** A ticket at the staff desk, with what this reader's moves need. */
export function presentForDesk(ticket: FoundTicket, look: Reading, phoneShown = false): DeskTicket {
  const view = presentTicket(ticket, look)
  const suggested = categoryOf(ticket.row.category).department
  return {
    ...view,
    work: ticket.work.id,
    channel: ticket.row.channel,
    caller: callerFor(ticket, look, phoneShown),
    departments: view.moves.includes('dispatch') ? presentDepartments(look.lang) : [],
    suggested: suggested === hotlineCenter() ? '' : suggested,
    declineReasons: view.moves.includes('decline') ? presentReasons(look.lang) : [],
  }
}

/** A caller who asked for it is known to the hotline centre only, domain.md §5.9. */
function callerFor(
  { row, work }: FoundTicket,
  { actor }: Reading,
  phoneShown: boolean,
): DeskTicket['caller'] {
  const atCenter = can(actor, ['tickets.dispatch', 'tickets.callback'], work.unit)
  if (row.secret === 'yes' && !atCenter) return null
  const { name } = row.caller
  return { name, phone: phoneShown ? row.caller.phone : maskPhone(row.caller.phone), phoneShown }
}

function presentDepartments(lang: Lang): DeskTicket['departments'] {
  return handlingDepartments().map(({ code, name }) => ({ code, name: say(name, lang) }))
}

function presentReasons(lang: Lang): DeskTicket['declineReasons'] {
  return catalog().hotline.notAccepted.map((reason) => presentReason(reason, lang))
}
