import { movesOf, QUEUE_MOVES, type ClerkMove, type QueueMove } from '#shared/queue/moves.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, AuditNote } from '../act.ts'
import { queueRules } from './rules.ts'
import { requireSeat } from './seat.ts'
import { ticketById, ticketsIn, updateTicket, type TicketRow } from './store/tickets.ts'

/** Moves of the ticket in the clerk's hands; the others are of any ticket of the hall. */
const IN_HAND: readonly string[] = ['recall', 'serve', 'finish', 'miss', 'transfer']

/** A move that a clerk makes with one ticket. */
export async function moveTicket(
  act: Act,
  { ticket: id, move }: { ticket: string; move: ClerkMove },
): Promise<{ hall: string }> {
  const ticket = await movable(act, id, move)
  await change(act, ticket, move, await changesBy(act, ticket, move))
  return { hall: ticket.hall }
}

/** Whoever missed their call says that they are there; allowed as often as the rules say. */
export async function comeBack(act: Act, { ticket: id }: { ticket: string }): Promise<{ ticket: string }> {
  const ticket = await ofToday(act, id)
  requirePossible(ticket, 'comeBack')
  await change(act, ticket, 'comeBack', await changesBy(act, ticket, 'comeBack'))
  return { ticket: id }
}

/** A ticket of the clerk's hall that a move may be made with now. */
export async function movable(act: Act, id: string, move: ClerkMove | 'transfer'): Promise<TicketRow> {
  const ticket = await ofToday(act, id)
  const { counter } = await requireSeat(act, ticket.hall)
  requirePossible(ticket, move)
  if (IN_HAND.includes(move) && ticket.counter !== counter) throw new Refusal('move_not_possible')
  return ticket
}

async function ofToday(act: Act, id: string): Promise<TicketRow> {
  const ticket = await ticketById(act.tx, id)
  if (!ticket || ticket.day !== dayOf(act.at)) throw new Refusal('not_found')
  return ticket
}

function requirePossible(ticket: TicketRow, move: ClerkMove | 'transfer'): void {
  const possible = movesOf(ticket, queueRules())
  if (!possible.includes(move)) throw new Refusal('move_not_possible', { possible })
}

/** What a move changes of a ticket beside its state. */
type Changes = Omit<Partial<TicketRow>, 'state'>

/** Makes a move with what it changes, unless somebody else was quicker. */
export async function change(
  act: Act,
  ticket: TicketRow,
  move: QueueMove,
  changes: Changes,
  detail?: AuditNote['detail'],
): Promise<void> {
  const { to } = QUEUE_MOVES[move]
  if (!(await updateTicket(act.tx, ticket, { ...changes, state: to }))) throw new Refusal('changed_meanwhile')
  act.note({
    verb: `queue.${move}`,
    subjectKind: 'queueTicket',
    subjectId: ticket.id,
    ...(detail && { detail }),
  })
}

/** What a clerk's move changes of a ticket. */
export async function changesBy(act: Act, ticket: TicketRow, move: ClerkMove): Promise<Changes> {
  switch (move) {
    case 'recall':
      return { calls: ticket.calls + 1, lastCallAt: act.at }
    case 'serve':
      return { servedAt: act.at }
    case 'finish':
    case 'cancel':
      return { endedAt: act.at }
    case 'miss':
      return {}
    case 'comeBack':
      return {
        lane: 'walkIn',
        slotAt: 0,
        since: await behind(act, ticket),
        calls: 0,
        comeBacks: ticket.comeBacks + 1,
        counter: '',
        onlyCounter: '',
      }
  }
}

/** The place behind the first few who wait for the same; at the end when fewer do. */
async function behind(act: Act, { hall, day, business }: TicketRow): Promise<number> {
  const { behind: few } = queueRules().comeBack
  const first = await ticketsIn(act.tx, { hall, day }, ['waiting'], [business], few)
  const last = first.length === few ? first.at(-1) : undefined
  return last ? last.since + 1 : act.at
}
