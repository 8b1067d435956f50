import { look, perform, type Asking } from '../perform.ts'
import { isOverdue, momentNow } from '#shared/work/clock.ts'
import type { WorkRow } from '../work/index.ts'
import { keepLater } from './accept.ts'
import { loadCaseById } from './load.ts'
import { startItem } from './start-item.ts'

/** What the counter has said nothing about. */
const SILENT = ['submitted', 'received']

/**
 * Whoever does not say in time what is missing has accepted: from the day the application came (行政许可法 §32). Its
 * days began then, so that the silence takes nothing from the applicant.
 */
export async function acceptBySilence(who: Asking, caseId: string): Promise<void> {
  const { items } = await look(who, (reading) => loadCaseById(reading, caseId))
  if (!items.some((item) => isSilent(item, who.at))) return
  await perform(who, async (act) => {
    const loaded = await loadCaseById(act, caseId)
    const silent = loaded.items.filter((item) => isSilent(item, act.at))
    for (const item of silent) await startItem(act, loaded, item, { day: item.clockFrom, time: '' })
    await keepLater(act, loaded, silent)
  })
}

function isSilent(item: WorkRow, at: number): boolean {
  return SILENT.includes(item.state) && isOverdue(item, momentNow(at))
}
