import {
  bool,
  choice,
  day,
  id,
  index,
  int,
  json,
  moment,
  sealed,
  table,
  text,
  uniqueIndex,
} from '../columns.ts'
import type { NoticeKind } from '../../shared/notices/kinds.ts'
import type { DeliveryReason } from '../../shared/notices/delivery.ts'
import type { Text } from '../../shared/text.ts'

/** A message in a person's inbox. Words come from `locales/<lang>/notices.json` by kind; params hold no personal data. */
export const notices = table(
  'notices',
  {
    id: id().primaryKey(),
    personId: id().notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    key: text().notNull(),
    params: json<Record<string, string | Text>>().notNull(),
    link: text().notNull(),
    at: moment().notNull(),
    /** 0 while unread. */
    readAt: moment().notNull(),
  },
  (t) => [uniqueIndex('notices_key').on(t.personId, t.key), index('notices_person').on(t.personId, t.id)],
)

/** By which ways somebody wants to be told besides the inbox. Without a row: by SMS, to the number of their account. */
export const noticeWishes = table('notice_wishes', {
  personId: id().primaryKey(),
  sms: bool().notNull(),
  /** Empty when no mail is wanted. */
  mail: sealed<string>().notNull(),
  /** The language of what is sent. */
  lang: choice(['zh', 'en'] as const).notNull(),
  changedAt: moment().notNull(),
})

/** A notice on its way to a person by one channel. Holds neither its words nor where it goes. */
export const noticeDeliveries = table(
  'notice_deliveries',
  {
    id: id().primaryKey(),
    noticeId: id().notNull(),
    personId: id().notNull(),
    channel: choice(['sms', 'mail'] as const).notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    /** `sending` is written before the channel is asked, so that a crash in between is seen. */
    state: choice(['waiting', 'sending', 'sent', 'delivered', 'failed', 'given_up'] as const).notNull(),
    /** Why it failed, was given up or waits for another try; empty otherwise. */
    reason: text().$type<DeliveryReason | ''>().notNull(),
    /** The other side's code for that. */
    code: text().notNull(),
    attempts: int().notNull(),
    /** What the channel calls it. */
    ref: text().notNull(),
    /** The city's day on which it was written, for the limit of a day. */
    day: day().notNull(),
    at: moment().notNull(),
    changedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('notice_deliveries_notice').on(t.noticeId, t.channel),
    index('notice_deliveries_day').on(t.personId, t.day, t.channel),
    index('notice_deliveries_state').on(t.channel, t.state, t.changedAt),
  ],
)
