import { systemActor } from '#shared/access/actor.ts'
import { catalog, refreshCatalog } from '../catalog/index.ts'
import { asking, perform } from '../perform.ts'
import { recordAct, unitNow } from '../work/index.ts'
import { openOfUnit } from './store/loads.ts'
import { moveOrders } from './store/orders.ts'

const BATCH = 200

/**
 * The catalogue was published: open work of departments that were dissolved goes to whoever took over from them, each
 * with an event. Done twice it finds nothing more.
 */
export async function handleSucceed(_payload: Record<string, string>, at: number): Promise<void> {
  await refreshCatalog()
  for (const { code, successor } of catalog().all('department'))
    if (successor !== undefined) await handOn(code, unitNow(code), at)
}

async function handOn(from: string, to: string, at: number): Promise<void> {
  if (to === from) return
  const who = asking(systemActor('succession'), at)
  for (let moved = BATCH; moved === BATCH;)
    moved = await perform(who, async (act) => {
      const items = await openOfUnit(act.tx, from, BATCH)
      for (const item of items)
        await recordAct(act, item, 'handOn', { unit: to, assignee: '', data: { from, to } })
      return items.length
    })
  await perform(who, ({ tx }) => moveOrders(tx, from, to))
}

/** Which department took over from one that was dissolved. */
export function successorOf(unit: string): string | undefined {
  return catalog().find('department', unit)?.successor
}
