import type { Text } from '../../shared/text.ts'
import { choice, id, index, json, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** Codes with which people say at a counter who they are (亮码): each for a minute, and once. */
export const personCodes = table(
  'person_codes',
  {
    id: id().primaryKey(),
    personId: id().notNull(),
    /** Keyed hash of the digits to type. */
    digits: text().notNull(),
    validTo: moment().notNull(),
    /** 0 until a counter took it. */
    usedAt: moment().notNull(),
    /** Who took it; empty before. */
    usedBy: id().notNull(),
  },
  (t) => [
    uniqueIndex('person_codes_digits').on(t.digits),
    index('person_codes_person').on(t.personId, t.validTo),
    index('person_codes_valid').on(t.validTo),
  ],
)

/** Somebody who was identified at a counter: what is known of them may be seen there while it lasts. */
export const counterVisits = table(
  'counter_visits',
  {
    id: id().primaryKey(),
    clerkId: id().notNull(),
    /** The department of the clerk. */
    unit: text().notNull(),
    /** Hall and counter, in words. */
    place: json<Text>().notNull(),
    /** The ticket in hand, with which it ends; empty without one. */
    ticketId: id().notNull(),
    /** Empty for somebody without an account. */
    personId: id().notNull(),
    personBlind: text().notNull(),
    person: sealed<{ name: string; residentId: string }>().notNull(),
    /** How they were identified; `consent` by a code sent to them, `presented` by a document the clerk looked at. */
    way: choice(['code', 'card', 'consent', 'presented'] as const).notNull(),
    askedAt: moment().notNull(),
    /** 0 while the code that was sent is waited for. */
    startedAt: moment().notNull(),
    validTo: moment().notNull(),
    /** 0 until it was finished, or the next person came. */
    endedAt: moment().notNull(),
  },
  (t) => [
    index('counter_visits_clerk').on(t.clerkId, t.endedAt),
    index('counter_visits_person').on(t.personId, t.askedAt),
  ],
)
