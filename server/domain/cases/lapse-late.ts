import { addDays, dayOf, momentOf } from '#shared/calendar/day.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import type { Act } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import { perform, type Asking } from '../perform.ts'
import { moveWork } from '../work/index.ts'
import { materialsFor } from './later.ts'
import { caseFacts, changeCase, loadCaseById } from './load.ts'

/** States in which an item can still lapse because a promised material never came. */
const OPEN = ['tolerated', 'reviewing', 'waiting', 'special', 'suspended']

/** Writes the job of the day after each promised material must have come. */
export async function lapseLateOn(
  act: Pick<Act, 'tx' | 'at'>,
  caseId: string,
  later: NonNullable<CaseContent['later']>,
): Promise<void> {
  await enqueue(
    act,
    ...[...new Set(later.map(({ dueDay }) => dueDay))].map((dueDay) => ({
      kind: 'cases.lapseLate',
      key: `${caseId}:${dueDay}`,
      payload: { caseId },
      runAt: momentOf(addDays(dueDay, 1)),
    })),
  )
}

/** Ends the items whose promised material did not come in time, and says which (domain.md §2.6, 97). */
export async function lapseLate(who: Asking, caseId: string): Promise<void> {
  await perform(who, async (act) => {
    const { row, bundle, items } = await loadCaseById(act, caseId)
    const late = (row.content.later ?? []).filter(({ dueDay }) => dueDay < dayOf(act.at))
    if (late.length === 0) return
    const facts = caseFacts(bundle, row.content, act.at)
    const codes = late.map(({ material }) => material)
    for (const item of items) {
      const lacking = materialsFor(bundle, item, facts).find((code) => codes.includes(code))
      if (!lacking || !OPEN.includes(item.state)) continue
      const name = bundle.materials[lacking]?.name.zh ?? lacking
      await moveWork(act, item, 'lapse', { note: `“${name}”没有在约定的期限内补交。` })
    }
    await changeCase(act, row, {
      content: { ...row.content, later: row.content.later?.filter((each) => !late.includes(each)) },
    })
  })
}
