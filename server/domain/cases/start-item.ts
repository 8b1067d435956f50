import { systemActor } from '#shared/access/actor.ts'
import { itemOf } from '#shared/catalog/bundle.ts'
import { dayOf, momentOf } from '#shared/calendar/day.ts'
import { spanOf } from '#shared/cases/promise.ts'
import { judge } from '#shared/rules/judge.ts'
import type { Moment } from '#shared/work/clock.ts'
import type { Act } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import { moveWork, type WorkRow } from '../work/index.ts'
import { laterMaterials } from './later.ts'
import { caseFacts, isReady, type LoadedCase } from './load.ts'

/**
 * Starts the promised days of an item when it may start: everything it waits for is granted, its window is open, and
 * its own condition is not refuted by what was delivered. Otherwise it waits without a clock, or ends with the reason.
 * What may come later and has not come yet is tolerated (容缺受理).
 * @param silentSince when the law says that silence accepted it: its days began then (行政许可法 §32)
 */
export async function startItem(
  act: Act,
  loaded: LoadedCase,
  item: WorkRow,
  silentSince?: Moment,
): Promise<WorkRow> {
  const opens = opensOn(loaded, item)
  if (!isReady(loaded, item) || dayOf(act.at) < opens) {
    if (isReady(loaded, item)) await startOn(act, item, opens)
    return item.state === 'waiting'
      ? item
      : moveWork(act, item, silentSince ? 'waitBySilence' : 'acceptWaiting')
  }
  const facts = caseFacts(loaded.bundle, loaded.row.content, act.at)
  const startWhen = bundledOf(loaded, item)?.startWhen
  if (startWhen && judge(startWhen.rule, facts).verdict === 'no')
    // The rule ends it, whoever accepts the case.
    return moveWork({ ...act, actor: systemActor('cases') }, item, 'cancel', {
      note: startWhen.otherwise.zh,
      data: { because: 'condition' },
    })
  const later = laterMaterials(loaded.bundle, loaded.row.content, [item], facts, act.at)
  return moveWork(act, item, beginning(item, later.length > 0, silentSince !== undefined), {
    ...spanOf(itemOf(loaded.bundle, item.topic), facts),
    from: silentSince,
  })
}

function beginning({ state }: WorkRow, tolerated: boolean, silent: boolean): string {
  if (state === 'waiting') return tolerated ? 'releaseTolerated' : 'release'
  if (silent) return 'acceptBySilence'
  return tolerated ? 'acceptTolerated' : 'accept'
}

/** The day on which the period begins in which an item is decided; empty for items without one. */
function opensOn(loaded: LoadedCase, item: WorkRow): string {
  const code = bundledOf(loaded, item)?.window
  return loaded.bundle.lifeEvent.windows?.find((each) => each.code === code)?.from ?? ''
}

/** What only waits for its period goes on by itself when that begins. */
function startOn(act: Act, item: WorkRow, day: string): Promise<void> {
  return enqueue(act, {
    kind: 'cases.advance',
    key: `window:${item.id}`,
    payload: { parentId: item.parentId },
    runAt: momentOf(day),
  })
}

function bundledOf({ bundle }: LoadedCase, item: WorkRow) {
  return bundle.lifeEvent.items.find((each) => each.item === item.topic)
}
