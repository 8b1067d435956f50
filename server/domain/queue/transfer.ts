import type { Act } from '../act.ts'
import { businessOf, hallOf, refuse } from './hall.ts'
import { change, movable } from './move.ts'
import { seatAt } from './store/seats.ts'

/** Sends the ticket in hand on to another business, or to one counter of it; it keeps its number and its place. */
export async function transfer(
  act: Act,
  { ticket: id, business: wanted, counter }: { ticket: string; business: string; counter: string },
): Promise<{ hall: string }> {
  const ticket = await movable(act, id, 'transfer')
  const business = businessOf(hallOf(ticket.hall), wanted)
  if (counter && !business.counters.includes(counter)) refuse('counter', 'not_an_option')
  if (counter && !(await seatAt(act.tx, ticket.hall, counter))) refuse('counter', 'counter_empty')
  await change(act, ticket, 'transfer', {
    business: business.code,
    onlyCounter: counter,
    calls: 0,
    counter: '',
  })
  return { hall: ticket.hall }
}
