import { actorId, systemActor } from '#shared/access/actor.ts'
import { can } from '#shared/access/can.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork } from '../work/index.ts'
import { findSubscription } from './find-subscription.ts'

/**
 * The department that applied takes its application back. The work lies with the data office or the provider, so the
 * right is judged here and the product makes the move; the audit names who asked for it.
 * @throws Refusal not_allowed, move_not_possible
 */
export async function withdrawSubscription(act: Act, { no }: { no: string }): Promise<{ no: string }> {
  const { row, work } = await findSubscription(act, no)
  if (!can(act.actor, 'exchange.subscribe', row.unit)) throw new Refusal('not_allowed')
  const system: Act = { ...act, actor: systemActor('grants') }
  await moveWork(system, work, 'withdraw', { data: { by: actorId(act.actor) } })
  return { no }
}
