import { systemActor } from '#shared/access/actor.ts'
import { itemOf } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { promisedDaysOf } from '#shared/cases/promise.ts'
import { judge } from '#shared/rules/judge.ts'
import type { Act } from '../act.ts'
import { moveWork, type WorkRow } from '../work/index.ts'
import { caseFacts, isReady, type LoadedCase } from './load.ts'

/**
 * Starts the promised days of an item when it may start: everything it waits for is granted, its window is open, and
 * its own condition is not refuted by what was delivered. Otherwise it waits without a clock, or ends with the reason.
 */
export async function startItem(act: Act, loaded: LoadedCase, item: WorkRow): Promise<WorkRow> {
  if (!isReady(loaded, item) || !isInWindow(loaded, item, dayOf(act.at))) return wait(act, item)
  const facts = caseFacts(loaded.bundle, loaded.row.content, act.at)
  const startWhen = bundledOf(loaded, item)?.startWhen
  if (startWhen && judge(startWhen.rule, facts).verdict === 'no')
    // The rule ends it, whoever accepts the case.
    return moveWork({ ...act, actor: systemActor('cases') }, item, 'cancel', {
      note: startWhen.otherwise.zh,
      data: { because: 'condition' },
    })
  const days = promisedDaysOf(itemOf(loaded.bundle, item.topic), facts)
  return moveWork(act, item, item.state === 'waiting' ? 'release' : 'accept', { days })
}

async function wait(act: Act, item: WorkRow): Promise<WorkRow> {
  return item.state === 'waiting' ? item : moveWork(act, item, 'acceptWaiting')
}

/** Whether the period in which an item is decided has begun; items without one are always in. */
function isInWindow(loaded: LoadedCase, item: WorkRow, today: string): boolean {
  const code = bundledOf(loaded, item)?.window
  const window = loaded.bundle.lifeEvent.windows?.find((each) => each.code === code)
  return !window || today >= window.from
}

function bundledOf({ bundle }: LoadedCase, item: WorkRow) {
  return bundle.lifeEvent.items.find((each) => each.item === item.topic)
}
