import { systemActor } from '#shared/access/actor.ts'
import { DAY_MS } from '#shared/calendar/day.ts'
import {
  AWAITED,
  AWAITED_MS,
  type DeliveryReason,
  type HandedOver,
  type NoticeChannel,
  type Outgoing,
} from '#shared/notices/delivery.ts'
import { afterQuiet } from '#shared/notices/quiet.ts'
import type { Lang } from '#shared/text.ts'
import { asking, perform } from '../perform.ts'
import { channelOf } from './channels.ts'
import { deliverAt, wishFor } from './plan.ts'
import { saidOf } from './said.ts'
import type { NoticeRow } from './store.ts'
import { changeDelivery, deliveryOf, type DeliveryRow } from './store/deliveries.ts'

/** News that is older than this is no news: it stands in the inbox. */
const STALE_MS = 3 * DAY_MS

interface Ready {
  row: DeliveryRow
  channel: NoticeChannel
  message: Outgoing
}

/**
 * Hands one delivery over. That it is about to be is durable before the channel is asked, so that a process that dies in
 * between leaves a trace: what may have been taken is sent again only where the other side knows our keys.
 * @throws Error when another try is right: the job waits, longer each time
 */
export async function handleDeliver({ delivery = '' }: Record<string, string>, at: number): Promise<void> {
  const ready = await prepare(delivery, at)
  if (!ready) return
  const { row, channel, message } = ready
  const handed = await channel.send(message)
  const change = outcomeOf(handed, channel, row.attempts)
  await perform(who(at), ({ tx }) => changeDelivery(tx, row, { ...change, changedAt: at }))
  if (change.state === 'waiting' || change.state === 'sending')
    throw new Error(`${row.channel}: ${change.reason} ${change.code}`.trim())
}

/** Judges whether a delivery is to be handed over now, and writes down that it is about to be. */
function prepare(id: string, at: number): Promise<Ready | undefined> {
  return perform(who(at), async (act): Promise<Ready | undefined> => {
    const found = await deliveryOf(act.tx, id)
    if (!found || (found.row.state !== 'waiting' && found.row.state !== 'sending')) return undefined
    const { row, notice } = found
    const end = async (state: 'failed' | 'given_up', reason: DeliveryReason) => {
      await changeDelivery(act.tx, row, { state, reason, changedAt: at })
      return undefined
    }
    const channel = channelOf(row.channel)
    if (!channel) return end('given_up', 'off')
    if (row.state === 'sending' && !channel.knowsKeys) return end('failed', 'unsure')
    const awaited = AWAITED.includes(row.kind)
    if (at - row.at > (awaited ? AWAITED_MS : STALE_MS)) return end('given_up', 'expired')
    const { lang, to } = await wishFor(act.tx, row.personId)
    const address = to[row.channel]
    if (!address) return end('given_up', 'unwished')
    const when = awaited ? at : afterQuiet(channel.quiet, at)
    if (when > at) {
      await deliverAt(act, row.id, when)
      return undefined
    }
    const sending = { state: 'sending' as const, attempts: row.attempts + 1, changedAt: at }
    if (!(await changeDelivery(act.tx, row, sending))) return undefined
    return { row: { ...row, ...sending }, channel, message: messageOf(row, notice, lang, address) }
  })
}

function outcomeOf(
  handed: HandedOver,
  { attempts: most, knowsKeys }: NoticeChannel,
  attempts: number,
): Pick<DeliveryRow, 'state' | 'reason' | 'code'> & { ref?: string } {
  if (handed.outcome === 'sent') return { state: 'sent', reason: '', code: '', ref: handed.ref }
  const code = plainCode(handed.code)
  if (handed.outcome === 'refused') return { state: 'failed', reason: 'refused', code }
  const reason = handed.outcome === 'later' ? handed.reason : 'unsure'
  if (reason === 'unsure' && !knowsKeys) return { state: 'failed', reason, code }
  if (attempts >= most) return { state: 'given_up', reason, code }
  return { state: reason === 'unsure' ? 'sending' : 'waiting', reason, code }
}

/** The words are made when it goes, from the notice, so that they are kept in one place. */
function messageOf({ id }: DeliveryRow, notice: NoticeRow, lang: Lang, to: string): Outgoing {
  return { key: id, to, lang, kind: notice.kind, params: saidOf(notice, lang), link: notice.link }
}

/** Codes go into the log: nothing that could be a number of somebody. */
function plainCode(code: string): string {
  return /^[\w .:-]{1,40}$/.test(code) && !/\d{7}/.test(code) ? code : ''
}

function who(at: number) {
  return asking(systemActor('notices'), at)
}
