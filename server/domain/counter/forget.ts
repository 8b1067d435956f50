import type { Tx } from '#db'
import { deleteCodes, deleteVisits } from './store.ts'

const DAY_MS = 86_400_000
/** A visit stays as long as somebody may ask who looked at them; the trail has it without their name for ever. */
const VISITS_KEPT_MS = 180 * DAY_MS

/** Takes away codes that are over, and visits of long ago. */
export async function forgetCounter(tx: Tx, at: number): Promise<void> {
  await deleteCodes(tx, at - DAY_MS)
  await deleteVisits(tx, at - VISITS_KEPT_MS)
}
