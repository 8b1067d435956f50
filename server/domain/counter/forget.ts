import type { Tx } from '#db'
import { DAY_MS } from '#shared/calendar/day.ts'
import { deleteCodes, deleteVisits } from './store.ts'

/** A visit stays as long as somebody may ask who looked at them; the trail has it without their name for ever. */
const VISITS_KEPT_MS = 180 * DAY_MS

/** Takes away codes that are over, and visits of long ago. */
export async function forgetCounter(tx: Tx, at: number): Promise<void> {
  await deleteCodes(tx, at - DAY_MS)
  await deleteVisits(tx, at - VISITS_KEPT_MS)
}
