import { asking, perform } from '../perform.ts'
import { systemActor } from '#shared/access/actor.ts'
import type { Look } from '../act.ts'
import { screenOf } from './own-screen.ts'
import { markScreen } from './store.ts'

/** A sign of life is written this often at most. */
const EVERY_MS = 15_000

/** Notes that the screen is there, so that the clerk sees whether it is. */
export async function noteSeen({ tx, at }: Pick<Look, 'tx' | 'at'>, key: string): Promise<void> {
  const row = await screenOf(tx, key, at)
  if (row && at - row.seenAt >= EVERY_MS)
    await perform(asking(systemActor('screens'), at), (act) => markScreen(act.tx, row.id, { seenAt: at }))
}
