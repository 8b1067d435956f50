import type { Reader } from '#db'
import { timeOf, dayOf } from '#shared/calendar/day.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { isHeldByOther } from '#shared/work/possible.ts'
import type { Act, Look } from '../act.ts'
import { eventsOf, type WorkRow } from './store.ts'

type NamesOf = (reader: Reader, ids: readonly string[]) => Promise<Map<string, string>>

let namesOf: NamesOf = () => Promise.resolve(new Map())

/** Gives the process the names of members of staff, which another module keeps. */
export function useNames(names: NamesOf): void {
  namesOf = names
}

/** Who has an item on their desk, and since when (epoch milliseconds); null while nobody does. */
export async function holderOf(
  reader: Reader,
  item: WorkRow,
): Promise<{ id: string; name: string; since: number } | null> {
  if (item.assignee === '') return null
  const [events, names] = await Promise.all([eventsOf(reader, [item.id]), namesOf(reader, [item.assignee])])
  const taken = events.findLast(({ move }) => move === 'claim' || move === 'assign')
  return {
    id: item.assignee,
    name: names.get(item.assignee) ?? '',
    since: taken?.at ?? item.openedAt,
  }
}

/** @throws Refusal held_by_other when another member of staff has the item, with the name and the time */
export async function requireNotHeld(act: Act | Look, item: WorkRow): Promise<void> {
  if (!isHeldByOther(item, act.actor)) return
  const holder = await holderOf(act.tx, item)
  const since = holder ? `${dayOf(holder.since)} ${timeOf(holder.since)}` : ''
  throw new Refusal('held_by_other', {
    problems: [{ field: '', ...fault('held_by', { name: holder?.name ?? '', since }) }],
  })
}
