import type { DeskTicket } from '#shared/hotline/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { findTicket } from './find.ts'
import { moveTicket } from './move.ts'

/** The hotline centre does not take a ticket: with one of the published reasons, and in words to the caller. */
export async function decline(
  act: Act,
  { no, reason, note }: { no: string; reason: string; note: string },
): Promise<DeskTicket> {
  const ticket = await findTicket(act, no)
  if (!catalog().hotline.notAccepted.some(({ code }) => code === reason)) {
    throw new Refusal('invalid_input', { problems: [{ field: 'reason', code: 'not_an_option' }] })
  }
  return moveTicket(act, ticket, 'decline', { note, data: { reason } })
}
