import { systemActor } from '#shared/access/actor.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork } from '../work/index.ts'
import { changeCase, loadCase } from './load.ts'

/** The applicant says that the parcel has come: it is delivered, and there is nothing more to do (domain.md §10.5). */
export async function confirmArrival(
  act: Act,
  { no, item: id }: { no: string; item: string },
): Promise<{ no: string }> {
  const { row, items } = await loadCase(act, no)
  const item = items.find((each) => each.id === id)
  if (!item || act.actor.kind !== 'person' || row.applicantId !== act.actor.id) throw new Refusal('not_found')
  if (item.state !== 'posted') throw new Refusal('move_not_possible', { possible: [] })
  const { deliveries = {} } = row.content
  const sent = deliveries[item.topic] ?? { mode: 'post' as const, at: act.at }
  await changeCase(act, row, {
    content: { ...row.content, deliveries: { ...deliveries, [item.topic]: { ...sent, at: act.at } } },
  })
  const delivered = await moveWork(act, item, 'deliver')
  await moveWork({ ...act, actor: systemActor('cases') }, delivered, 'close')
  return { no }
}
