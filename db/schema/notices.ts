import { id, index, json, moment, table, text, uniqueIndex } from '../columns.ts'
import type { Text } from '../../shared/text.ts'

/** A message in a person's inbox. Words come from `locales/<lang>/notices.json` by kind; params hold no personal data. */
export const notices = table(
  'notices',
  {
    id: id().primaryKey(),
    personId: id().notNull(),
    kind: text().notNull(),
    key: text().notNull(),
    params: json<Record<string, string | Text>>().notNull(),
    link: text().notNull(),
    at: moment().notNull(),
    /** 0 while unread. */
    readAt: moment().notNull(),
  },
  (t) => [uniqueIndex('notices_key').on(t.personId, t.key), index('notices_person').on(t.personId, t.id)],
)
