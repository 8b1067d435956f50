import type { Channel, DeliveryReason, DeliveryState } from './delivery.ts'
import type { NoticeKind } from './kinds.ts'
import type { Lang } from '../text.ts'

/** A message as its reader sees it. Params are in the reader's language. */
export interface NoticeView {
  id: string
  kind: string
  params: Record<string, string>
  /** A page of the portal, without its language. */
  link: string
  at: number
  unread: boolean
  /** How it went out besides. */
  sent: { channel: Channel; state: DeliveryState }[]
}

/** By which ways a person is told, as they chose. */
export interface ContactView {
  /** The number of the account, masked; null where there is none. */
  phone: string | null
  sms: boolean
  mail: string
  lang: Lang
  /** The channels that the city has open. */
  open: Channel[]
}

/** A delivery that went wrong or is tried again. */
export interface TroubleView {
  id: string
  channel: Channel
  kind: NoticeKind
  /** The number of the case, the ticket or the appointment. */
  no: string
  state: DeliveryState
  reason: DeliveryReason
  /** The other side's. */
  code: string
  attempts: number
  at: number
  changedAt: number
  /** Whether it may be sent again. */
  again: boolean
}

/** How messages leave the portal, for whoever watches over it. */
export interface DeliveriesView {
  channels: {
    channel: Channel
    /** Whether the configuration has it. */
    open: boolean
    waiting: number
    /** Since when the oldest waits. */
    oldest: number | null
    /** Of the last seven days. */
    sent: number
    failed: number
    givenUp: number
  }[]
  troubles: TroubleView[]
}
