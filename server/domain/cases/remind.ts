import { itemOf } from '#shared/catalog/bundle.ts'
import { liesAtCounter } from '#shared/cases/states.ts'
import { tell } from '../notices/index.ts'
import { perform, type Asking } from '../perform.ts'
import { timeline, workOf } from '../work/index.ts'
import { awaitCollection } from './await.ts'
import { loadCaseById } from './load.ts'

/** Reminds the applicant that a result lies at the counter and was not collected; a few times, then no more. */
export async function remindToCollect(who: Asking, workId: string, time: number): Promise<void> {
  await perform(who, async (act) => {
    const item = await workOf(act.tx, workId)
    if (!item || !liesAtCounter(item.state)) return
    const { row, bundle } = await loadCaseById(act, item.parentId)
    const about = { no: row.no, name: bundle.lifeEvent.title, item: itemOf(bundle, item.topic).name }
    await tell(act, row.applicantId, 'case_collect', `collect ${workId} ${time}`, about, `/cases/${row.no}`)
    await awaitCollection(act, item, await timeline(act.tx, workId), time + 1)
  })
}
