import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { movesOf } from '#shared/queue/moves.ts'
import { afterCall, chooseNext, type Heads } from '#shared/queue/next.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { hallOf, takenAt } from './hall.ts'
import { change, changesBy } from './move.ts'
import { queueRules } from './rules.ts'
import { requireSeat } from './seat.ts'
import { keepRuns, lockLine } from './store/lines.ts'
import { headOf, ticketInHand, type LineKey, type TicketRow } from './store/tickets.ts'
import { countWait } from './store/waits.ts'

/**
 * Calls the next ticket to the clerk's counter. What they have in hand ends with it: served, or missed once it was
 * called often enough. The line of the hall is locked meanwhile, so no two clerks call one ticket.
 */
export async function callNext(
  act: Act,
  { hall: code }: { hall: string },
): Promise<{ hall: string; no: string | null }> {
  const { counter } = await requireSeat(act, code)
  const key = { hall: code, day: dayOf(act.at) }
  const inRow = await lockLine(act.tx, code)
  const inHand = await ticketInHand(act.tx, key, counter)
  if (inHand) await endInHand(act, inHand)
  const heads = await headsOf(act, key, counter)
  const ticket = chooseNext(heads, inRow, queueRules())
  if (!ticket) return { hall: code, no: null }
  const called = {
    calls: 1,
    calledAt: ticket.calledAt || act.at,
    lastCallAt: act.at,
    counter,
    clerkId: actorId(act.actor),
  }
  await change(act, ticket, 'call', called, { counter })
  const kind = { appointment: ticket.lane === 'appointment', priority: ticket.priority !== '' }
  await keepRuns(act.tx, code, afterCall(inRow, kind))
  if (ticket.calledAt === 0) {
    const waited = Math.max(0, act.at - Math.max(ticket.takenAt, ticket.slotAt))
    await countWait(act.tx, code, ticket.business, waited, act.at)
  }
  return { hall: code, no: ticket.no }
}

async function endInHand(act: Act, ticket: TicketRow): Promise<void> {
  const possible = movesOf(ticket, queueRules())
  const move = possible.find((each) => each === 'finish' || each === 'miss')
  if (!move) throw new Refusal('move_not_possible', { possible })
  await change(act, ticket, move, await changesBy(act, ticket, move))
}

/** The first of each line that this counter may call. */
async function headsOf(act: Act, key: LineKey, counter: string): Promise<Heads<TicketRow>> {
  const part = { businesses: takenAt(hallOf(key.hall), counter), counter }
  const begun = { at: act.at, is: false }
  const head = (more: Partial<Parameters<typeof headOf>[2]>) => headOf(act.tx, key, { ...part, ...more })
  return {
    own: await head({ own: true }),
    appointmentPriority: await head({ lane: 'appointment', priority: true, early: begun }),
    appointment: await head({ lane: 'appointment', priority: false, early: begun }),
    walkInPriority: await head({ lane: 'walkIn', priority: true }),
    walkIn: await head({ lane: 'walkIn', priority: false }),
    early: await head({ lane: 'appointment', early: { at: act.at, is: true } }),
  }
}
