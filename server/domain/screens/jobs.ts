import { read } from '#db'
import { systemActor } from '#shared/access/actor.ts'
import { SCREEN_QUIET_MS } from '#shared/screens/task.ts'
import { asking, perform } from '../perform.ts'
import { deleteScreensBefore, deleteSignatures, screensLeft, updateScreen } from './store.ts'

/** Takes away for good what nobody touched for a while, and forgets pairings that are over. */
export async function handleScreensTick(_payload: Record<string, string>, at: number): Promise<void> {
  const left = await screensLeft(read(), at - SCREEN_QUIET_MS)
  await perform(asking(systemActor('screens'), at), async ({ tx }) => {
    for (const row of left) await updateScreen(tx, row, { task: null, outcome: '', changedAt: at })
    await deleteScreensBefore(tx, at)
  })
}

/** A draft was erased: what was signed about it goes with it. */
export async function handleUnsigned(payload: Record<string, string>, at: number): Promise<void> {
  const { draft = '' } = payload
  await perform(asking(systemActor('screens'), at), ({ tx }) => deleteSignatures(tx, draft))
}
