import type { Lang } from '../text.ts'
import type { NoticeKind } from './kinds.ts'

/** The ways by which a notice reaches somebody besides the inbox. */
export const CHANNELS = ['sms', 'mail'] as const
export type Channel = (typeof CHANNELS)[number]

/** Where a delivery is, for whoever reads of it. */
export type DeliveryState = 'waiting' | 'sent' | 'delivered' | 'failed' | 'given_up'

/**
 * Why a delivery failed, was given up or waits for another try. `unsure`: the process ended, or the line broke, after it
 * was handed over and before the answer was noted; it is not sent a second time.
 */
export const DELIVERY_REASONS = [
  'refused',
  'unreachable',
  'late',
  'busy',
  'unsure',
  'limit',
  'expired',
  'unwished',
  'off',
  'undelivered',
] as const
export type DeliveryReason = (typeof DELIVERY_REASONS)[number]

/** A message that leaves the portal. It names a case and what to do, and never a person. */
export interface Outgoing {
  /** The same for every try: whoever takes it may know by it that it had it before. */
  key: string
  /** A telephone number or a mail address. */
  to: string
  lang: Lang
  kind: NoticeKind
  params: Readonly<Record<string, string>>
  /** The page it leads to, without its language. */
  link: string
}

/** What became of handing a message over. `code` is the other side's, without personal data. */
export type HandedOver =
  | { outcome: 'sent'; ref: string }
  | { outcome: 'refused'; code: string }
  /** Surely not taken: another try is right. */
  | { outcome: 'later'; reason: 'unreachable' | 'late' | 'busy'; code: string }
  /** Perhaps taken. */
  | { outcome: 'unsure'; code: string }

/** One way out, as the configuration describes it. */
export interface NoticeChannel {
  /** Whether the other side takes the same key for the same message: then what is unsure may be sent again. */
  knowsKeys: boolean
  /** So many messages a person and day at most; codes that somebody waits for are not counted. */
  perDay: number
  /** So many tries at most. */
  attempts: number
  /** When nobody is disturbed, `HH:MM` in the city's time; codes that somebody waits for go all the same. */
  quiet: { from: string; to: string } | null
  /** Whether it has words, or an approved template, for a kind of message. */
  carries(kind: NoticeKind, lang: Lang): boolean
  send(message: Outgoing): Promise<HandedOver>
  /** What the other side says became of what it took, by its reference; where it says so at all. */
  reports?(refs: readonly string[]): Promise<ReadonlyMap<string, { arrived: boolean; code: string }>>
}

/** Codes that somebody waits for: they go at once or not at all, by SMS alone. */
export const AWAITED: readonly NoticeKind[] = ['consent_code', 'counter_code']

/** Codes are worth nothing after so long. */
export const AWAITED_MS = 10 * 60_000
