import { itemOf } from '#shared/catalog/bundle.ts'
import type { DeskCaseView } from '#shared/cases/desk-view.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { moveWork, type WorkRow } from '../work/index.ts'
import { isReady, loadCase, type LoadedCase } from './load.ts'
import { presentDesk } from './present-desk.ts'

/**
 * The counter accepts everything that was received: what can start now starts its promised days, what needs another
 * item first waits without a clock.
 */
export async function acceptCase(act: Act, { no }: { no: string }): Promise<DeskCaseView> {
  const loaded = await loadCase(act, no)
  const received = loaded.items.filter((item) => item.state === 'received')
  if (received.length === 0) throw new Refusal('move_not_possible', { possible: [] })
  for (const item of received) await acceptItem(act, loaded, item)
  await emit(act, 'case.accepted', `${loaded.row.id}:${act.at}`, { caseId: loaded.row.id })
  return presentDesk(act, await loadCase(act, no))
}

/** Accepts one item, or lets it wait for its prerequisites. */
export async function acceptItem(act: Act, loaded: LoadedCase, item: WorkRow): Promise<WorkRow> {
  if (!isReady(loaded, item)) return moveWork(act, item, 'acceptWaiting')
  return moveWork(act, item, 'accept', { days: itemOf(loaded.bundle, item.topic).promisedDays })
}
