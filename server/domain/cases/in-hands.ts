import { read } from '#db'
import { can } from '#shared/access/can.ts'
import type { Matter } from '../exchange/index.ts'
import { draftHeads, mayGoOnWith } from '../forms/index.ts'
import { look, type Asking } from '../perform.ts'
import type { LoadedCase } from './load.ts'
import { workOfParent, workVisible, type WorkRow } from '../work/index.ts'

/**
 * Whether a matter is in the hands of a member of staff: a draft that they may fill in for somebody who is there, or a
 * case of which an item is open in a department where they work on such items. Set when the product starts, see
 * `useMatters` of the exchange.
 */
export async function hasInHands(who: Asking, { kind, id }: Matter): Promise<boolean> {
  const { actor } = who
  if (actor.kind !== 'staff') return false
  if (kind === 'draft') return look(who, (reading) => mayGoOnWith(reading, id))
  if (kind !== 'case') return false
  const items = await look(who, ({ tx }) => workOfParent(tx, id))
  return items.some((item) => isInHands(who, item))
}

/** Whether a case was sent from a draft. Set when the product starts, like `hasInHands`. */
export async function cameOfDraft({ no }: Matter, draftId: string): Promise<boolean> {
  const [draft] = await draftHeads(read(), [draftId])
  return draft !== undefined && draft.caseNo === no
}

/** Whether an item is open and a member of staff works on it. */
export function isInHands({ actor }: Pick<Asking, 'actor'>, item: WorkRow): boolean {
  const works = can(actor, 'exchange.lookUp', item.unit) || can(actor, 'cases.decide', item.unit)
  return item.closedAt === 0 && works && workVisible(item, actor)
}

/** The items of a case that a member of staff has in their hands and may look something up for. */
export function itemsInHands({ items }: LoadedCase, who: Pick<Asking, 'actor'>): WorkRow[] {
  return items.filter((item) => isInHands(who, item) && can(who.actor, 'exchange.lookUp', item.unit))
}
