import type { DeskTicket, TicketRow, TicketView } from '#shared/hotline/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { presentWork, workOf, type WorkRow } from '../work/index.ts'
import { findTicket } from './find.ts'
import { kindOf } from './kinds.ts'
import { presentForCaller } from './present.ts'
import { presentForDesk } from './present-desk.ts'
import { ticketsOfCaller, type TicketRow as StoredTicket } from './store.ts'

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
  const rows = shown.flatMap((row, index) => lineOf(look, row, works[index]))
  return { rows, next: found.length > PAGE ? (shown.at(-1)?.no ?? null) : null }
}

/** What somebody who is at the counter has filed, the newest first; not what they asked to be kept secret. */
export async function ticketsAtCounter(look: Look, callerId: string): Promise<TicketRow[]> {
  const found = await ticketsOfCaller(look.tx, callerId, undefined, PAGE)
  const open = found.filter(({ secret }) => secret !== 'yes')
  const works = await Promise.all(open.map(({ id }) => workOf(look.tx, id)))
  return open.flatMap((row, index) => lineOf(look, row, works[index]))
}

function lineOf(look: Look, row: StoredTicket, work: WorkRow | undefined): TicketRow[] {
  if (!work) return []
  const { state, dueDay } = presentWork(work, look.actor, look.at)
  const kind = say(kindOf(row.kind).label, look.lang)
  return [{ no: row.no, title: row.content.title, kind, state, filedAt: row.filedAt, dueDay }]
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
