import { actorId } from '#shared/access/actor.ts'
import type { Act } from '../act.ts'
import { book, type Booking } from './book.ts'
import { tellVisitor } from './tell-visitor.ts'
import { visitorAtCounter } from './visitor.ts'

/** A clerk books for somebody who stands there; with an account, they are told and find it among theirs. */
export async function bookAtDesk(
  act: Act,
  input: Booking & { name: string; residentId: string; phone: string },
): Promise<{ hall: string; no: string }> {
  const visitor = await visitorAtCounter(act.tx, input, act.at)
  const row = await book(act, visitor, input, actorId(act.actor))
  await tellVisitor(act, row, 'appointment_booked')
  return { hall: row.hall, no: row.no }
}
