import { id, index, int, json, moment, table, text, uniqueIndex } from '../columns.ts'

/** Every published version of every catalogue document; immutable. */
export const catalogDocuments = table(
  'catalog_documents',
  {
    id: id().primaryKey(),
    kind: text().notNull(),
    code: text().notNull(),
    version: int().notNull(),
    hash: text().notNull(),
    body: json<unknown>().notNull(),
    publishedAt: moment().notNull(),
  },
  (t) => [uniqueIndex('catalog_documents_version').on(t.kind, t.code, t.version)],
)

/**
 * A life event with everything it refers to, resolved at publication and known by the hash of its content. Drafts
 * and cases name the bundle they were started with.
 */
export const catalogBundles = table(
  'catalog_bundles',
  {
    id: id().primaryKey(),
    code: text().notNull(),
    body: json<unknown>().notNull(),
    publishedAt: moment().notNull(),
  },
  (t) => [index('catalog_bundles_code').on(t.code, t.publishedAt)],
)
