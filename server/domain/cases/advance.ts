import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import { ENDED_WITHOUT } from '#shared/cases/states.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { perform, type Asking } from '../perform.ts'
import { moveWork, type WorkRow } from '../work/index.ts'
import { changeCase, loadCaseById, prerequisitesOf, type LoadedCase } from './load.ts'
import { startItem } from './start-item.ts'

/** Not begun: what it depends on can still end it. */
const CANCELLABLE: readonly string[] = CASE_ITEM_MOVES.moves.cancel.from

function isDead({ state }: WorkRow): boolean {
  return ENDED_WITHOUT.includes(state)
}

/**
 * After an item ended: what waited for it starts (its clock begins now) or, when it can no longer be granted, is
 * cancelled; when nothing is open any more the case is closed.
 */
export async function advance(who: Asking, caseId: string): Promise<void> {
  await perform(who, async (act) => {
    const loaded = await loadCaseById(act, caseId)
    for (const item of loaded.items) await advanceItem(act, loaded, item)
    const after = await loadCaseById(act, caseId)
    if (after.row.state === 'closed' || after.items.some((item) => item.closedAt === 0)) return
    await changeCase(act, after.row, { state: 'closed', closedAt: act.at })
    act.note({ verb: 'cases.close', subjectKind: 'case', subjectId: caseId, detail: { no: after.row.no } })
    await emit(act, 'case.closed', caseId, { caseId })
  })
}

async function advanceItem(act: Act, loaded: LoadedCase, item: WorkRow): Promise<void> {
  const dead = prerequisitesOf(loaded, item)
    .filter((group) => group.every(isDead))
    .flat()
  if (CANCELLABLE.includes(item.state) && dead.length > 0) {
    await moveWork(act, item, 'cancel', { data: { because: dead.map((each) => each.topic) } })
  } else if (item.state === 'waiting') await startItem(act, loaded, item)
}
