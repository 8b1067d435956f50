import { DAY_MS } from '#shared/calendar/day.ts'
import { AWAITED, CHANNELS, type Channel } from '#shared/notices/delivery.ts'
import type { DeliveriesView, TroubleView } from '#shared/notices/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { channelOf } from './channels.ts'
import { deliverAt } from './plan.ts'
import { shownState } from './present-delivery.ts'
import { changeDelivery, countInState, deliveryOf, troubled, type DeliveryRow } from './store/deliveries.ts'

/** What is older is no longer shown. */
const SHOWN_MS = 7 * DAY_MS

/** So many troubles of a channel are listed. */
const MOST = 50

/** How messages leave the portal: what waits, what went wrong and why. Without anybody's name or address. */
export async function readDeliveries(look: Look): Promise<DeliveriesView> {
  return present(look)
}

/**
 * Sends again what was refused, given up, or perhaps never arrived. Whoever orders it knows that what is unsure may
 * come twice.
 * @throws Refusal not_found, changed_meanwhile
 */
export async function sendAgain(act: Act, { delivery }: { delivery: string }): Promise<DeliveriesView> {
  const found = await deliveryOf(act.tx, delivery)
  if (!found) throw new Refusal('not_found')
  const { row } = found
  if (!mayAgain(row)) throw new Refusal('changed_meanwhile')
  const change = { state: 'waiting' as const, reason: '' as const, code: '', attempts: 0, at: act.at }
  if (!(await changeDelivery(act.tx, row, { ...change, changedAt: act.at })))
    throw new Refusal('changed_meanwhile')
  await deliverAt(act, row.id, act.at)
  act.note({
    verb: 'notices.sendAgain',
    subjectKind: 'delivery',
    subjectId: row.id,
    detail: { was: row.reason },
  })
  return present(act)
}

/** Not what the person does not want, and no code that is worth nothing any more. */
function mayAgain({ state, reason, channel, kind }: DeliveryRow): boolean {
  if (AWAITED.includes(kind)) return false
  if (state !== 'failed' && state !== 'given_up') return false
  return channelOf(channel) !== undefined && !['unwished', 'expired', 'limit'].includes(reason)
}

async function present({ tx, at }: Act | Look): Promise<DeliveriesView> {
  const since = at - SHOWN_MS
  const channels: DeliveriesView['channels'] = []
  const troubles: TroubleView[] = []
  for (const channel of CHANNELS) {
    const count = (states: DeliveryRow['state'][], from = since) => countInState(tx, channel, states, from)
    const waiting = await count(['waiting', 'sending'], 0)
    channels.push({
      channel,
      open: channelOf(channel) !== undefined,
      waiting: waiting.count,
      oldest: waiting.oldest,
      sent: (await count(['sent', 'delivered'])).count,
      failed: (await count(['failed'])).count,
      givenUp: (await count(['given_up'])).count,
    })
    troubles.push(...(await listed(tx, channel, since)))
  }
  return { channels, troubles }
}

async function listed(tx: Look['tx'], channel: Channel, since: number): Promise<TroubleView[]> {
  const rows = await troubled(tx, channel, since, MOST)
  return rows.flatMap(({ row, params }) => {
    if (row.reason === '') return []
    const { no } = params
    const { id, kind, reason, code, attempts, at, changedAt } = row
    return [
      {
        id,
        channel,
        kind,
        no: typeof no === 'string' ? no : '',
        state: shownState(row),
        reason,
        code,
        attempts,
        at,
        changedAt,
        again: mayAgain(row),
      },
    ]
  })
}
