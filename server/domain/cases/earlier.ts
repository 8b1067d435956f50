import type { EarlierView } from '#shared/cases/desk-view.ts'
import type { Act, Look } from '../act.ts'
import { workOfOwner, workVisible, type WorkRow } from '../work/index.ts'
import type { LoadedCase } from './load.ts'
import { caseHeads } from './store.ts'

/** So many are looked at; whoever needs more searches. */
const MOST = 20

/**
 * Other cases of the same person on the same service item, the newest first: what was decided earlier, and what is open
 * and may be the same request twice. Cases for an enterprise are compared with others for the same one.
 */
export async function earlierOf(act: Act | Look, { row }: LoadedCase, item: WorkRow): Promise<EarlierView[]> {
  const found = await workOfOwner(act.tx, item, MOST)
  const others = found.filter((each) => each.parentId !== row.id && workVisible(each, act.actor))
  const heads = await caseHeads(
    act.tx,
    others.map(({ parentId }) => parentId),
  )
  const same = new Set(
    heads.filter(({ organisationId }) => organisationId === row.organisationId).map(({ id }) => id),
  )
  return others
    .filter(({ parentId }) => same.has(parentId))
    .map(({ id, no, state, openedAt, closedAt }) => ({ id, no, state, openedAt, open: closedAt === 0 }))
}
