import { read } from '#db'
import { DAY_MS } from '#shared/calendar/day.ts'
import type { Tracking } from '#shared/parcels/tracking.ts'
import { systemActor } from '#shared/access/actor.ts'
import { asking, perform } from '../perform.ts'
import { log } from '../../utils/log.ts'
import { advance } from './parcels.ts'
import { parcelsToAsk, updateParcel, type ParcelRow } from './store.ts'
import { tracker } from './tracking.ts'

/** Parcels asked about in one round. */
const TOGETHER = 200

/** Whatever is still under way after so long is not asked about any more. */
const GIVEN_UP_MS = 60 * DAY_MS

/** Longest pause after failures in a row. */
const LONGEST_PAUSE_MS = DAY_MS

/** Asks the carriers about what is under way. Without somebody to ask there is nothing to do. */
export async function handleParcelsTick(_payload: Record<string, string>, at: number): Promise<void> {
  const tracking = tracker()
  if (!tracking) return
  for (const row of await parcelsToAsk(read(), at, TOGETHER)) await askAbout(tracking, row, at)
}

async function askAbout(tracking: Tracking, row: ParcelRow, at: number): Promise<void> {
  const who = asking(systemActor('parcels'), at)
  const over = at - row.postedAt > GIVEN_UP_MS
  try {
    const steps = await tracking.ask(row)
    const askAt = over ? 0 : at + tracking.everyMs
    await perform(who, (act) => advance(act, row, steps, askAt))
  } catch (error) {
    log.warn('a carrier did not say where a parcel is', {
      carrier: row.carrier,
      error: error instanceof Error ? error.message : String(error),
    })
    const failures = row.failures + 1
    const pause = Math.min(LONGEST_PAUSE_MS, tracking.everyMs * 2 ** Math.min(failures, 8))
    await perform(who, ({ tx }) => updateParcel(tx, row, { failures, askAt: over ? 0 : at + pause }))
  }
}
