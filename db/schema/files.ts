import { choice, id, index, int, moment, sealed, table, text } from '../columns.ts'

/**
 * A stored file; its bytes lie sealed in the file store under its id. `purpose` is the material it was handed in as,
 * `scan` what the virus scanner said: `own` needs none, `off` is without a scanner, `pending` waits for it.
 */
export const files = table(
  'files',
  {
    id: id().primaryKey(),
    ownerId: id().notNull(),
    name: sealed<string>().notNull(),
    mime: text().notNull(),
    bytes: int().notNull(),
    sha256: text().notNull(),
    purpose: text().notNull().default(''),
    pages: int().notNull().default(0),
    scan: choice(['own', 'off', 'pending', 'clean', 'infected'] as const)
      .notNull()
      .default('own'),
    createdAt: moment().notNull(),
  },
  (t) => [index('files_owner').on(t.ownerId, t.purpose, t.createdAt)],
)

/** A file on its way in pieces, so that it can go on where it was interrupted. Its pieces lie sealed in `uploads`. */
export const uploads = table(
  'uploads',
  {
    id: id().primaryKey(),
    ownerId: id().notNull(),
    /** What it will be handed in as: draft and material. */
    purpose: text().notNull(),
    name: sealed<string>().notNull(),
    bytes: int().notNull(),
    received: int().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [index('uploads_created').on(t.createdAt)],
)
