import { unitsWith } from '#shared/access/can.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { workOf, type WorkRow } from '../work/index.ts'
import { subscriptionByNo, type SubscriptionRow } from './store.ts'

/** A subscription with its work item. */
export interface FoundSubscription {
  row: SubscriptionRow
  work: WorkRow
}

/**
 * Finds a subscription through what the actor may see: the department that asks, the provider, the data office.
 * @throws Refusal not_found
 */
export async function findSubscription(
  { tx, actor }: Pick<Look, 'tx' | 'actor'>,
  no: string,
): Promise<FoundSubscription> {
  const row = await subscriptionByNo(tx, no)
  const work = row && (await workOf(tx, row.workId))
  if (!row || !work) throw new Refusal('not_found')
  const units = unitsWith(actor, 'exchange.browse')
  const theirs = [row.unit, work.unit, catalog().find('resource', row.resource)?.provider ?? '']
  if (units !== 'all' && !theirs.some((unit) => units.includes(unit))) throw new Refusal('not_found')
  return { row, work }
}
