import type { DeskCaseView } from '#shared/cases/desk-view.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import type { WorkRow } from '../work/index.ts'
import { lapseLateOn } from './lapse-late.ts'
import { laterMaterials } from './later.ts'
import { caseFacts, changeCase, loadCase, type LoadedCase } from './load.ts'
import { refuseOldCase } from './old-view.ts'
import { presentDesk } from './present-desk.ts'
import { startItem } from './start-item.ts'

/**
 * The counter accepts everything that was received: what can start now starts its promised days, what needs another
 * item first waits without a clock.
 */
export async function acceptCase(
  act: Act,
  { no, version }: { no: string; version?: number },
): Promise<DeskCaseView> {
  const loaded = await loadCase(act, no)
  await refuseOldCase(act, loaded, version)
  const received = loaded.items.filter((item) => item.state === 'received')
  if (received.length === 0) throw new Refusal('move_not_possible', { possible: [] })
  for (const item of received) await startItem(act, loaded, item)
  await keepLater(act, loaded, received)
  await emit(act, 'case.accepted', `${loaded.row.id}:${act.at}`, { caseId: loaded.row.id })
  return presentDesk(act, await loadCase(act, no))
}

/** Keeps with the case which materials of accepted items may come later, and until when (容缺受理). */
export async function keepLater(
  act: Act,
  { bundle, row }: LoadedCase,
  accepted: readonly WorkRow[],
): Promise<void> {
  const facts = caseFacts(bundle, row.content, act.at)
  const later = laterMaterials(bundle, row.content, accepted, facts, act.at)
  if (later.length === 0) return
  const known = row.content.later ?? []
  const added = later.filter(({ material }) => !known.some((each) => each.material === material))
  await changeCase(act, row, { content: { ...row.content, later: [...known, ...added] } })
  await lapseLateOn(act, row.id, added)
}
