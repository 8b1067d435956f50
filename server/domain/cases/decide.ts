import type { DeskItemView } from '#shared/cases/desk-view.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork, workOf, workVisible } from '../work/index.ts'
import { loadCaseById } from './load.ts'
import { presentItemOf } from './present-desk.ts'

/** A reviewer grants an item, denies it with a reason, or has another try at issuing what was held. */
export async function decideItem(
  act: Act,
  {
    item: id,
    decision,
    note,
    checked = [],
  }: {
    item: string
    decision: 'grant' | 'deny' | 'retry'
    note: string
    /** Points of review that were ticked, by their place in the list; kept with the decision. */
    checked?: string[]
  },
): Promise<DeskItemView> {
  const item = await workOf(act.tx, id)
  if (!item || item.kind !== 'caseItem' || !workVisible(item, act.actor)) throw new Refusal('not_found')
  await moveWork(act, item, decision, { note, data: checked.length > 0 ? { checked } : {} })
  return presentItemOf(act, await loadCaseById(act, item.parentId), id)
}
