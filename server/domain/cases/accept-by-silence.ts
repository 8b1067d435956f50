import { momentOf } from '#shared/calendar/day.ts'
import { isOverdue, momentNow, NO_DUE_DAY } from '#shared/work/clock.ts'
import type { Act } from '../act.ts'
import { emit, enqueue } from '../jobs/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { workingTime } from '../settings/index.ts'
import type { WorkRow } from '../work/index.ts'
import { keepLater } from './accept.ts'
import { loadCaseById } from './load.ts'
import { startItem } from './start-item.ts'

/** What the counter has said nothing about. */
const SILENT = ['submitted', 'received']

/**
 * Whoever does not say in time what is missing has accepted: from the day the application came (行政许可法 §32). Its
 * days began then, so that the silence takes nothing from the applicant. The counter may have promised to be faster: the
 * consequence is that of the law's days.
 */
export async function acceptBySilence(who: Asking, caseId: string): Promise<void> {
  const { items } = await look(who, (reading) => loadCaseById(reading, caseId))
  if (!items.some(waits)) return
  await perform(who, async (act) => {
    const loaded = await loadCaseById(act, caseId)
    const waiting = loaded.items.filter(waits)
    const silent = waiting.filter((item) => isOverdue(lawClock(item), momentNow(act.at)))
    for (const item of silent) await startItem(act, loaded, item, { day: item.clockFrom, time: '' })
    await keepLater(act, loaded, silent)
    if (silent.length > 0) await emit(act, 'case.silent', `${caseId}:${act.at}`, { caseId })
    for (const item of waiting) if (!silent.includes(item)) await waitForLaw(act, item)
  })
}

function waits({ state, clock }: WorkRow): boolean {
  return SILENT.includes(state) && clock === 'running'
}

/** The same clock, ending when the law says. */
function lawClock(item: WorkRow): WorkRow {
  return item.legalDay === NO_DUE_DAY
    ? item
    : { ...item, dueDay: item.legalDay, dueTime: workingTime().hours.endOfDay }
}

/** Looks again in the minute after the law's days are over. */
function waitForLaw(act: Act, item: WorkRow): Promise<void> {
  const { dueDay, dueTime } = lawClock(item)
  return enqueue(act, {
    kind: 'cases.silence',
    key: `${item.parentId}:${dueDay}`,
    payload: { parentId: item.parentId },
    runAt: momentOf(dueDay, dueTime) + 60_000,
  })
}
