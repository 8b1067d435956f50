import { read, transaction } from '#db'
import { firstIdAt } from '#shared/id.ts'
import { readSetting, writeSetting } from '../settings/index.ts'
import { settle, SettledBefore } from './journal.ts'
import type { LogRow } from './store/log.ts'
import { openRowsBetween } from './store/settling.ts'

/** No call lives so long: whoever made it, died. */
const ORPHAN_MS = 60_000

/** Clocks of instances may differ by so much: what is younger is looked through again. */
const AGAIN_MS = 600_000

const PAGE = 200

/** Up to which id no look-up is unsettled. */
const DONE = 'exchange.settledUpTo'

/**
 * Settles look-ups whose process died between call and answer as `unknown`: they were asked, and what came is not
 * known. Answers how many.
 * @param at epoch milliseconds
 */
export async function settleOrphans(at: number): Promise<number> {
  const upTo = firstIdAt(at - ORPHAN_MS)
  let after = String((await readSetting(read(), DONE)) ?? '')
  let settled = 0
  for (;;) {
    const rows = await openRowsBetween(read(), after, upTo, PAGE)
    settled += (await Promise.all(rows.map((row) => settleUnknown(row, at)))).filter(Boolean).length
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    after = last.id
  }
  await transaction((tx) => writeSetting(tx, DONE, firstIdAt(at - AGAIN_MS)))
  return settled
}

/** Whether it was open still: another instance settles at the same time, or whoever asked was only slow. */
async function settleUnknown(row: LogRow, at: number): Promise<boolean> {
  try {
    await settle({ ...row, outcome: 'unknown', answeredAt: at })
    return true
  } catch (error) {
    if (error instanceof SettledBefore) return false
    throw error
  }
}
