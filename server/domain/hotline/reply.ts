import { CALL_BACK_DAYS } from '#shared/hotline/limits.ts'
import type { DeskTicket } from '#shared/hotline/views.ts'
import type { Act } from '../act.ts'
import { findTicket } from './find.ts'
import { moveTicket } from './move.ts'
import { updateTicket } from './store.ts'

/** The department answers in words to the caller, who is then asked about it. */
export async function reply(act: Act, { no, note }: { no: string; note: string }): Promise<DeskTicket> {
  const ticket = await findTicket(act, no)
  const change = { reply: note, repliedAt: act.at, callBack: null }
  const view = await moveTicket(act, { ...ticket, row: { ...ticket.row, ...change } }, 'reply', {
    note,
    days: CALL_BACK_DAYS,
  })
  await updateTicket(act.tx, ticket.row.id, change)
  return view
}
