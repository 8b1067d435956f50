import type { Tx } from '#db'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import { recount } from './store/counts.ts'
import { isLead, letLead, siblingIn } from './store/leads.ts'
import type { WorkRow } from './store.ts'

/**
 * Items that are worked on together, on the page of their parent, are one line of the inbox: one of them leads. Their
 * state says whether they are.
 */
export function worksTogether({ kind, state }: Pick<WorkRow, 'kind' | 'state'>): boolean {
  return MOVE_TABLES[kind].together?.includes(state) ?? false
}

/** Whether an item will lead in the state that a move brings it to. */
export async function leadsIn(tx: Tx, item: WorkRow, state: string): Promise<boolean> {
  const there = { ...item, state }
  return !worksTogether(there) || !(await siblingIn(tx, there))
}

/**
 * An item as it is about to move. Of several that move in one act, whoever stands for the rest changes with every one of
 * them, so what was read before says nothing.
 */
export async function asLedNow(tx: Tx, item: WorkRow): Promise<WorkRow> {
  return worksTogether(item) ? { ...item, leads: await isLead(tx, item.id) } : item
}

/** After a move: whoever stays behind gets a new leader, and the counts of the inbox are right again. */
export async function settleLeads(tx: Tx, before: WorkRow, after: WorkRow): Promise<void> {
  const left = before.leads && worksTogether(before) && before.state !== after.state
  const heir = left ? await siblingIn(tx, before) : undefined
  if (heir) await letLead(tx, heir.id)
  await recount(tx, heir ? [before, heir] : [before], heir ? [after, { ...heir, leads: true }] : [after])
}
