import type { DeskTicket, TicketRow, TicketView } from '#shared/hotline/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { presentWork, workOf } from '../work/index.ts'
import { findTicket } from './find.ts'
import { kindOf } from './kinds.ts'
import { presentForCaller } from './present.ts'
import { presentForDesk } from './present-desk.ts'
import { ticketsOfCaller } from './store.ts'

const PAGE = 20

/** The caller's own tickets, newest first; `before` is the number of the last one of the page before. */
export async function myTickets(
  look: Look,
  { before }: { before?: string },
): Promise<{ rows: TicketRow[]; next: string | null }> {
  if (look.actor.kind !== 'person') throw new Refusal('not_allowed')
  const found = await ticketsOfCaller(look.tx, look.actor.id, before, PAGE + 1)
  const shown = found.slice(0, PAGE)
  const works = await Promise.all(shown.map(({ id }) => workOf(look.tx, id)))
  const rows = shown.flatMap((row, index): TicketRow[] => {
    const work = works[index]
    if (!work) return []
    const { state, dueDay } = presentWork(work, look.actor, look.at)
    return [
      {
        no: row.no,
        title: row.content.title,
        kind: say(kindOf(row.kind).label, look.lang),
        state,
        filedAt: row.filedAt,
        dueDay,
      },
    ]
  })
  return { rows, next: found.length > PAGE ? (shown.at(-1)?.no ?? null) : null }
}

/** A ticket as its caller sees it. */
export async function readTicket(look: Look, { no }: { no: string }): Promise<TicketView> {
  if (look.actor.kind !== 'person') throw new Refusal('not_found')
  return presentForCaller(await findTicket(look, no), look)
}

/**
 * A ticket at the desk. Every look is audited; one at the caller's full phone number with its reason.
 */
export async function readDeskTicket(
  look: Look,
  { no, reveal }: { no: string; reveal?: 'contact' | 'verify' },
): Promise<DeskTicket> {
  const ticket = await findTicket(look, no)
  const view = presentForDesk(ticket, look, reveal !== undefined)
  const subject = { subjectKind: 'ticket', subjectId: ticket.row.id }
  look.note({ verb: 'ticket.read', ...subject, detail: { no } })
  if (view.caller?.phoneShown) look.note({ verb: 'ticket.phone', ...subject, detail: { no, reason: reveal } })
  return view
}
