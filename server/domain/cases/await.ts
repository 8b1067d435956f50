import { DAY_MS, addDays, momentOf } from '#shared/calendar/day.ts'
import { liesAtCounter } from '#shared/cases/states.ts'
import type { Act } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { timeline, workOf, type TimelineEntry, type WorkRow } from '../work/index.ts'
import { advance } from './advance.ts'
import { lapseLateOn } from './lapse-late.ts'
import { loadCaseById } from './load.ts'
import { untilOf } from './publicity.ts'
import { caseTerms, enteredBy, lastDayToAnswer } from './terms.ts'

/** Sees to it that what an item waits for does not wait for ever: writes the job of the day on which that ends. */
export async function awaitItem(who: Asking, workId: string): Promise<void> {
  const item = await look(who, (reading) => workOf(reading.tx, workId))
  if (!item || item.closedAt > 0) return
  // Its window may open, and what it waits for may be there.
  if (item.state === 'waiting') await advance(who, item.parentId)
  await perform(who, async (act) => {
    const events = await timeline(act.tx, workId)
    await awaitAnswer(act, item, events)
    if (item.state === 'publicising') await awaitPublicity(act, item, events)
    if (liesAtCounter(item.state)) await awaitCollection(act, item, events, 1)
    const { row } = await loadCaseById(act, item.parentId)
    await lapseLateOn(act, row.id, row.content.later ?? [])
  })
}

/** The day after the last on which the applicant can answer. */
export async function awaitAnswer(act: Act, item: WorkRow, events: readonly TimelineEntry[]): Promise<void> {
  const last = lastDayToAnswer(item, events)
  const seq = enteredBy(item, events)?.seq
  if (last === undefined || seq === undefined) return
  await enqueue(act, {
    kind: 'cases.lapse',
    key: `${item.id}:${seq}:${last}`,
    payload: { workId: item.id, seq: String(seq) },
    runAt: momentOf(addDays(last, 1)),
  })
}

async function awaitPublicity(act: Act, item: WorkRow, events: readonly TimelineEntry[]): Promise<void> {
  const until = untilOf(events)
  await enqueue(act, {
    kind: 'cases.endPublicity',
    key: `${item.id}:${until}`,
    payload: { workId: item.id },
    runAt: momentOf(addDays(until, 1)),
  })
}

/** The next reminder that a result can be collected, as long as there are any. */
export async function awaitCollection(
  act: Act,
  item: WorkRow,
  events: readonly TimelineEntry[],
  time: number,
): Promise<void> {
  const { everyDays, times } = caseTerms().collect
  const since = enteredBy(item, events)?.at
  if (time > times || since === undefined) return
  await enqueue(act, {
    kind: 'cases.remind',
    key: `${item.id}:${time}`,
    payload: { workId: item.id, time: String(time) },
    runAt: since + time * everyDays * DAY_MS,
  })
}
