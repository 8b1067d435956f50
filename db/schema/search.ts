import { index, int, json, table, text } from '../columns.ts'
import type { FoundKind } from '../../shared/search/relevance.ts'
import type { Text } from '../../shared/text.ts'

/** What search finds; the full-text index beside it differs by engine (search.sqlite.ts, search.postgres.ts). */
export const searchDocuments = table(
  'search_documents',
  {
    id: text().primaryKey(),
    kind: text().$type<FoundKind>().notNull(),
    code: text().notNull(),
    title: json<Text>().notNull(),
    summary: json<Text>().notNull(),
    /** Its own names, then other words for it, in every language. */
    names: json<string[]>().notNull(),
    ownNames: int().notNull(),
    path: text().notNull(),
  },
  (t) => [index('search_documents_kind').on(t.kind)],
)
