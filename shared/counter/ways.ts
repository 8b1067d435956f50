/**
 * How somebody is identified at a counter: by the code they show, by the reader of id cards, by a code that was sent
 * to them, by a document that the clerk looked at.
 */
export const WAYS = ['code', 'card', 'consent', 'presented'] as const
export type Way = (typeof WAYS)[number]

/** So long a shown code counts, and so many digits it has to type. */
export const CODE_MS = 60_000
export const CODE_DIGITS = 8

/** So long somebody without a ticket is at the counter; with one, as long as it is in hand, and no longer than a morning. */
export const VISIT_MS = 30 * 60_000
export const TICKET_VISIT_MS = 4 * 3_600_000
