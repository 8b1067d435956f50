import type { EarlierView } from '#shared/cases/desk-view.ts'
import type { Act, Look } from '../act.ts'
import { workOfOwner, workOfParent, workVisible, type WorkRow } from '../work/index.ts'
import type { LoadedCase } from './load.ts'
import { caseHeads, casesAboutSame } from './store.ts'

/** So many are looked at; whoever needs more searches. */
const MOST = 20

/**
 * Other cases on the same service item: of somebody else about the same person or thing, and of the same person, the
 * newest first: what was decided earlier, and what is open and may be the same request twice. Cases for an enterprise are compared with others for the same one.
 */
export async function earlierOf(act: Act | Look, loaded: LoadedCase, item: WorkRow): Promise<EarlierView[]> {
  return [...(await ofOthers(act, loaded, item)), ...(await ofThemselves(act, loaded, item))]
}

/** What somebody else asks for the same child, deceased or pupil, while it is open: of two only one can be granted. */
async function ofOthers(act: Act | Look, { row }: LoadedCase, item: WorkRow): Promise<EarlierView[]> {
  const parents = await casesAboutSame(act.tx, row, MOST)
  const found = (await Promise.all(parents.map((id) => workOfParent(act.tx, id)))).flat()
  return found
    .filter(({ topic, closedAt }) => topic === item.topic && closedAt === 0)
    .filter((each) => workVisible(each, act.actor))
    .map(({ id, no, state, openedAt, label }) => ({ id, no, state, openedAt, open: true, other: label }))
}

async function ofThemselves(act: Act | Look, { row }: LoadedCase, item: WorkRow): Promise<EarlierView[]> {
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
    .map(({ id, no, state, openedAt, closedAt }) => ({
      id,
      no,
      state,
      openedAt,
      open: closedAt === 0,
      other: '',
    }))
}
