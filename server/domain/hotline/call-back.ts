import type { CallBackInput } from '#shared/contract/hotline.ts'
import { reworkDays } from '#shared/hotline/limits.ts'
import type { CallBack, DeskTicket, TicketView } from '#shared/hotline/views.ts'
import type { Act } from '../act.ts'
import { findTicket, type FoundTicket } from './find.ts'
import { kindOf } from './kinds.ts'
import { makeMove } from './move.ts'
import { presentForCaller } from './present.ts'
import { presentForDesk } from './present-desk.ts'
import { updateTicket } from './store.ts'

/** The caller answers the three questions: solved closes the ticket, not solved sends it back to be done again. */
export async function callBack(act: Act, input: CallBackInput): Promise<TicketView> {
  return presentForCaller(await answer(act, input), act)
}

/** The same, asked on the telephone by an agent. */
export async function callBackByAgent(act: Act, input: CallBackInput): Promise<DeskTicket> {
  return presentForDesk(await answer(act, input), act)
}

async function answer(act: Act, { no, ...answers }: CallBackInput): Promise<FoundTicket> {
  const ticket = await findTicket(act, no)
  const { remark, ...figures } = answers
  const input = { ...(remark && { note: remark }), data: figures }
  const moved = answers.solved
    ? await makeMove(act, ticket, 'close', input)
    : await makeMove(act, ticket, 'rework', { ...input, days: reworkDays(kindOf(ticket.row.kind)) })
  const given: CallBack = answers
  await updateTicket(act.tx, ticket.row.id, { callBack: given })
  return { ...moved, row: { ...moved.row, callBack: given } }
}
