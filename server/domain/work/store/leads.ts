import { and, asc, eq, ne } from 'drizzle-orm'
import type { Tx } from '#db'
import { workItems } from '#db/schema/work.ts'
import type { WorkRow } from '../store.ts'

/** The first other item of the same parent in the same state. */
export async function siblingIn(
  tx: Tx,
  { id, parentId, kind, state }: WorkRow,
): Promise<WorkRow | undefined> {
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

/** Whether an item stands for those that are worked on with it. */
export async function isLead(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.select({ leads: workItems.leads }).from(workItems).where(eq(workItems.id, id))
  return row?.leads ?? true
}

/** Lets an item stand for those that are worked on with it. */
export async function letLead(tx: Tx, id: string): Promise<void> {
  await tx.update(workItems).set({ leads: true }).where(eq(workItems.id, id))
}
