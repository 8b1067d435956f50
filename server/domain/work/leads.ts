import { and, asc, eq, ne } from 'drizzle-orm'
import type { Tx } from '#db'
import { workItems } from '#db/schema/work.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import { recount } from './counts.ts'
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
  return !worksTogether(there) || !(await another(tx, there))
}

/** After a move: whoever stays behind gets a new leader, and the counts of the inbox are right again. */
export async function settleLeads(tx: Tx, before: WorkRow, after: WorkRow): Promise<void> {
  const left = before.leads && worksTogether(before) && before.state !== after.state
  const heir = left ? await another(tx, before) : undefined
  if (heir) await tx.update(workItems).set({ leads: true }).where(eq(workItems.id, heir.id))
  await recount(tx, heir ? [before, heir] : [before], heir ? [after, { ...heir, leads: true }] : [after])
}

/** The first other item of the same parent in the same state. */
async function another(tx: Tx, { id, parentId, kind, state }: WorkRow): Promise<WorkRow | undefined> {
  const [row] = await tx
    .select()
    .from(workItems)
    .where(
      and(
        eq(workItems.parentId, parentId),
        eq(workItems.kind, kind),
        eq(workItems.state, state),
        ne(workItems.id, id),
      ),
    )
    .orderBy(asc(workItems.openedAt), asc(workItems.id))
    .limit(1)
  return row
}
