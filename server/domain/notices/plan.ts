import type { Reader } from '#db'
import { newId } from '#shared/id.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { AWAITED, CHANNELS, type Channel, type NoticeChannel } from '#shared/notices/delivery.ts'
import type { NoticeKind } from '#shared/notices/kinds.ts'
import { afterQuiet } from '#shared/notices/quiet.ts'
import type { Lang } from '#shared/text.ts'
import type { Act } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import { channelOf, openChannels, phoneOf } from './channels.ts'
import { countOfDay, insertDelivery, type DeliveryRow } from './store/deliveries.ts'
import { wishOf } from './store/wishes.ts'

/** What a person wants: the language, and where each channel leads; none for a channel that they do not want. */
export interface Wish {
  lang: Lang
  to: Partial<Record<Channel, string>>
}

/** Who chose nothing is told by SMS, to the number of their account. */
export async function wishFor(reader: Reader, personId: string): Promise<Wish> {
  const row = await wishOf(reader, personId)
  const sms = (row?.sms ?? true) ? await phoneOf(reader, personId) : undefined
  return { lang: row?.lang ?? 'zh', to: { ...(sms && { sms }), ...(row?.mail && { mail: row.mail }) } }
}

interface Told {
  id: string
  personId: string
  kind: NoticeKind
}

/** Writes a delivery, and the job that does it, for every channel that is open, wanted, and has words for the notice. */
export async function planDeliveries(act: Pick<Act, 'tx' | 'at'>, notice: Told): Promise<void> {
  if (openChannels().length === 0) return
  const { lang, to } = await wishFor(act.tx, notice.personId)
  for (const name of CHANNELS) {
    const channel = channelOf(name)
    if (!channel || !to[name] || !carriedBy(name, channel, notice.kind, lang)) continue
    await plan(act, notice, name, channel)
  }
}

function carriedBy(name: Channel, channel: NoticeChannel, kind: NoticeKind, lang: Lang): boolean {
  // Whoever waits for a code has their telephone in hand.
  return channel.carries(kind, lang) && (name === 'sms' || !AWAITED.includes(kind))
}

async function plan(
  act: Pick<Act, 'tx' | 'at'>,
  { id: noticeId, personId, kind }: Told,
  channel: Channel,
  { perDay, quiet }: NoticeChannel,
): Promise<void> {
  const awaited = AWAITED.includes(kind)
  const day = dayOf(act.at)
  const tooMany = !awaited && (await countOfDay(act.tx, { personId, channel, day })) >= perDay
  const row: DeliveryRow = {
    id: newId(act.at),
    noticeId,
    personId,
    channel,
    kind,
    state: tooMany ? 'given_up' : 'waiting',
    reason: tooMany ? 'limit' : '',
    code: '',
    attempts: 0,
    ref: '',
    day,
    at: act.at,
    changedAt: act.at,
  }
  await insertDelivery(act.tx, row)
  if (!tooMany) await deliverAt(act, row.id, awaited ? act.at : afterQuiet(quiet, act.at))
}

/** Writes the job that hands a delivery over at a moment. */
export function deliverAt(act: Pick<Act, 'tx' | 'at'>, delivery: string, runAt: number): Promise<void> {
  return enqueue(act, {
    kind: 'notices.deliver',
    key: `${delivery} ${runAt}`,
    payload: { delivery },
    runAt,
  })
}
