import { id, int, moment, sealed, table, text } from '../columns.ts'

/** A stored file; its bytes lie sealed in the file store under its id. */
export const files = table('files', {
  id: id().primaryKey(),
  ownerId: id().notNull(),
  name: sealed<string>().notNull(),
  mime: text().notNull(),
  bytes: int().notNull(),
  sha256: text().notNull(),
  createdAt: moment().notNull(),
})
