import type { DeskTicket } from '#shared/hotline/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork, timeline, type MoveInput } from '../work/index.ts'
import type { FoundTicket } from './find.ts'
import { movesOf } from './present.ts'
import { presentForDesk } from './present-desk.ts'

/** Makes a move on a ticket and answers it as it is afterwards. */
export async function makeMove(
  act: Act,
  ticket: FoundTicket,
  name: string,
  input: MoveInput,
): Promise<FoundTicket> {
  const possible = movesOf(ticket, act.actor, act.at)
  if (!possible.includes(name)) throw new Refusal('move_not_possible', { possible })
  const work = await moveWork(act, ticket.work, name, input)
  return { ...ticket, work, events: await timeline(act.tx, work.id) }
}

/** A staff move, with the desk's view of the ticket as it is afterwards. */
export async function moveTicket(
  act: Act,
  ticket: FoundTicket,
  name: string,
  input: MoveInput,
): Promise<DeskTicket> {
  return presentForDesk(await makeMove(act, ticket, name, input), act)
}
