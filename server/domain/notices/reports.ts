import { read } from '#db'
import { systemActor } from '#shared/access/actor.ts'
import { DAY_MS } from '#shared/calendar/day.ts'
import { log } from '../../utils/log.ts'
import { asking, perform } from '../perform.ts'
import { channelOf, openChannels } from './channels.ts'
import { changeDelivery, sentSince } from './store/deliveries.ts'

/** Whatever nobody said anything about for so long stays what it is: sent. */
const ASKED_MS = 3 * DAY_MS

/** So many are asked about in one round. */
const TOGETHER = 500

/** Asks the channels that say so what arrived. */
export async function handleReports(_payload: Record<string, string>, at: number): Promise<void> {
  for (const name of openChannels()) {
    const channel = channelOf(name)
    if (!channel?.reports) continue
    const rows = (await sentSince(read(), name, at - ASKED_MS, TOGETHER)).filter(({ ref }) => ref !== '')
    if (rows.length === 0) continue
    try {
      const said = await channel.reports(rows.map(({ ref }) => ref))
      await perform(asking(systemActor('notices'), at), async ({ tx }) => {
        for (const row of rows) {
          const report = said.get(row.ref)
          if (!report) continue
          const { arrived, code } = report
          const end = arrived
            ? { state: 'delivered' as const }
            : { state: 'failed' as const, reason: 'undelivered' as const, code }
          await changeDelivery(tx, row, { ...end, changedAt: at })
        }
      })
    } catch (error) {
      log.warn('a channel did not say what arrived', {
        channel: name,
        error: error instanceof Error ? error.message : String(error),
      })
    }
  }
}
