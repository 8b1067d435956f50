import { setTimeout as pause } from 'node:timers/promises'
import { read, transaction } from '#db'
import { DAY_MS } from '#shared/calendar/day.ts'
import { firstIdAt } from '#shared/id.ts'
import { journalLoad } from './journal.ts'
import { keptDays } from './kept-days.ts'
import { hotRows, moveToArchive, oldestSettled, removeArchived } from './store/archive.ts'

/** The log of the last days keeps what is younger, and not more rows: its index then stays in memory. */
const HOT_MS = 7 * DAY_MS
export const MOST_HOT = 500_000

/** Small steps, so that nobody who asks a register waits long for one. */
const STEP = 100

/** A step waits for the quiet, but not for ever: the log must not grow as long as load lasts. */
const MOST_PAUSE_MS = 200
const PAUSE_MS = 20

/** One run takes so long at most; the jobs of others wait behind it. */
const RUN_MS = 2000

/**
 * Moves what is old out of the log of the last days into the archive, and removes what is too old from there, a few
 * rows at a time and only while nobody waits for the log.
 * @param at epoch milliseconds
 * @returns whether there is more to do
 */
export async function archiveSome(at: number, mostHot = MOST_HOT): Promise<boolean> {
  const begun = performance.now()
  let surplus = (await hotRows(read())) - mostHot
  for (;;) {
    if (performance.now() - begun > RUN_MS) return true
    await quiet()
    const tooMany = Math.min(STEP, surplus)
    const ids =
      tooMany > 0
        ? await oldestSettled(read(), '', tooMany)
        : await oldestSettled(read(), firstIdAt(at - HOT_MS), STEP)
    if (ids.length === 0) break
    await transaction((tx) => moveToArchive(tx, ids))
    surplus -= ids.length
  }
  const before = firstIdAt(at - keptDays() * DAY_MS)
  return (await transaction((tx) => removeArchived(tx, before, STEP))) === STEP
}

/** Waits until nobody waits for the log, for a while at most. */
async function quiet(): Promise<void> {
  for (let waited = 0; journalLoad() > 0 && waited < MOST_PAUSE_MS; waited += PAUSE_MS) await pause(PAUSE_MS)
}
