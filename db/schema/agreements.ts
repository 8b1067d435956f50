import { choice, id, index, int, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** One line of what was shown to somebody who was asked to agree. */
export interface ShownLine {
  element: string
  value: unknown
}

/** Other people who must agree before an application is sent: whom it was asked of, and what they said. */
export const agreements = table(
  'agreements',
  {
    id: id().primaryKey(),
    draftId: id().notNull(),
    /** Who invited. */
    inviterId: id().notNull(),
    /** Code of the participant in the life event. */
    role: text().notNull(),
    name: sealed<string>().notNull(),
    /** Keyed hash of the resident id: the person is found by it when they sign in. */
    personBlind: text().notNull(),
    state: choice(['invited', 'agreed', 'declined', 'withdrawn'] as const).notNull(),
    /** What they were shown when they answered. */
    shown: sealed<ShownLine[]>().notNull(),
    /** The name typed as a signature, or the reason of a refusal. */
    words: sealed<string>().notNull(),
    invitedAt: moment().notNull(),
    remindedAt: moment().notNull(),
    /** 0 while open. */
    answeredAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    uniqueIndex('agreements_of_draft').on(t.draftId, t.role, t.personBlind),
    index('agreements_person').on(t.personBlind, t.invitedAt),
  ],
)
