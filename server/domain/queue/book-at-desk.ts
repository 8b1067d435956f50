import { actorId } from '#shared/access/actor.ts'
import type { Act } from '../act.ts'
import { tell } from '../notices/index.ts'
import { book, type Booking } from './book.ts'
import { hallOf } from './hall.ts'
import { visitorAtCounter } from './visitor.ts'

/** A clerk books for somebody who stands there; with an account, they are told and find it among theirs. */
export async function bookAtDesk(
  act: Act,
  input: Booking & { name: string; residentId: string; phone: string },
): Promise<{ hall: string; no: string }> {
  const visitor = await visitorAtCounter(act.tx, input, act.at)
  const row = await book(act, visitor, input, actorId(act.actor))
  const { name } = hallOf(row.hall)
  const when = `${row.day} ${row.time}`
  if (row.personId)
    await tell(
      act,
      row.personId,
      'appointment_booked',
      `appointment ${row.id}`,
      { no: row.no, hall: name, when },
      `/my/appointments/${row.no}`,
    )
  return { hall: row.hall, no: row.no }
}
