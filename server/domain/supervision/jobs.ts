import { systemActor } from '#shared/access/actor.ts'
import { asking, perform } from '../perform.ts'
import { workOf } from '../work/index.ts'
import { answerRevoked } from './order.ts'
import { markBroken } from './promises.ts'

/** A decision was revoked: the order to do so is answered by it, and a promise it rested on is broken. */
export async function handleOrderRevoked({ workId = '' }: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('supervision'), at), async (act) => {
    const item = await workOf(act.tx, workId)
    if (!item) return
    await answerRevoked(act, item, '已撤销原决定。')
    await markBroken(act, item)
  })
}
