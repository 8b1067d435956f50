import type { Act } from '../act.ts'
import { perform, type Asking } from '../perform.ts'
import { moveWork, timeline, workOf } from '../work/index.ts'
import { awaitAnswer } from './await.ts'
import { PUT_RIGHT } from './correct.ts'
import { changeCase, loadCaseById } from './load.ts'
import { enteredBy, lastDayToAnswer } from './terms.ts'
import { dayOf } from '#shared/calendar/day.ts'

/** What the applicant reads when an item ends because nothing came. */
const WORDS: Readonly<Record<string, (last: string) => string>> = {
  correcting: (last) => `没有在 ${last} 前补正，申请视为终止。`,
  amending: (last) => `没有在 ${last} 前补正，申请视为终止。`,
  returned: (last) => `预审退回后没有在 ${last} 前修改并重新提交，申请视为终止。`,
  awaiting: (last) => `没有在 ${last} 前收到寄送的材料，申请视为终止。`,
}

/**
 * Ends an item that waited for the applicant until the last day (domain.md §2.6, 97). Nothing when it went on since, and
 * a later day when the city gives more time meanwhile.
 * @param seq the event by which it began to wait
 */
export async function lapse(who: Asking, workId: string, seq: number): Promise<void> {
  await perform(who, async (act) => {
    const item = await workOf(act.tx, workId)
    const events = await timeline(act.tx, workId)
    const words = item && WORDS[item.state]
    const last = item && lastDayToAnswer(item, events)
    if (!item || !words || last === undefined || enteredBy(item, events)?.seq !== seq) return
    if (dayOf(act.at) <= last) return awaitAnswer(act, item, events)
    await moveWork(act, item, 'lapse', { note: words(last) })
    await closeCorrection(act, item.parentId)
  })
}

/** Nothing is to be put right any more when no item waits for it. */
async function closeCorrection(act: Act, caseId: string): Promise<void> {
  const { row, items } = await loadCaseById(act, caseId)
  if (row.state !== 'correcting' || items.some(({ state }) => state in PUT_RIGHT)) return
  await changeCase(act, row, { state: 'in-progress', content: { ...row.content, correcting: [], anew: [] } })
}
