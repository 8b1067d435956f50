import type { DeskCaseView } from '#shared/cases/desk-view.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { laterMaterials } from './later.ts'
import { caseFacts, changeCase, loadCase } from './load.ts'
import { presentDesk } from './present-desk.ts'
import { startItem } from './start-item.ts'

/**
 * The counter accepts everything that was received: what can start now starts its promised days, what needs another
 * item first waits without a clock.
 */
export async function acceptCase(act: Act, { no }: { no: string }): Promise<DeskCaseView> {
  const loaded = await loadCase(act, no)
  const received = loaded.items.filter((item) => item.state === 'received')
  if (received.length === 0) throw new Refusal('move_not_possible', { possible: [] })
  for (const item of received) await startItem(act, loaded, item)
  const { bundle, row } = loaded
  const later = laterMaterials(bundle, row.content, received, caseFacts(bundle, row.content, act.at), act.at)
  if (later.length > 0) await changeCase(act, row, { content: { ...row.content, later } })
  await emit(act, 'case.accepted', `${loaded.row.id}:${act.at}`, { caseId: loaded.row.id })
  return presentDesk(act, await loadCase(act, no))
}
