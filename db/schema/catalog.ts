import {
  bool,
  choice,
  id,
  index,
  int,
  json,
  moment,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../columns.ts'
import type { PackageFinding } from '../../shared/catalog/package.ts'
import type { Text } from '../../shared/text.ts'

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
    /** Names of whoever wrote and published it; null when it came with the city's files. */
    author: text(),
    publisher: text(),
    packageId: id(),
  },
  (t) => [uniqueIndex('catalog_documents_version').on(t.kind, t.code, t.version)],
)

/** What counts now: one row for each document, pointing at its version. */
export const catalogCurrent = table(
  'catalog_current',
  {
    kind: text().notNull(),
    code: text().notNull(),
    documentId: id().notNull(),
    version: int().notNull(),
    hash: text().notNull(),
    /** The publication that changed this row last: its moment, but later than every one before it. */
    edition: moment().notNull(),
    /** Held in the memory of every process; items of divisions that no life event uses are not. */
    resident: bool().notNull(),
    /** The content the city's files had when they were last taken over; null for what never stood in them. */
    fileHash: text(),
    /** For life events: the bundle that new drafts get. */
    bundleId: id(),
    division: text(),
    department: text(),
    /** Titles in both languages, for lists. */
    title: text().notNull(),
    removedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.code] }),
    index('catalog_current_edition').on(t.edition, t.kind, t.code),
    index('catalog_current_resident').on(t.resident, t.kind, t.code),
    index('catalog_current_division').on(t.division, t.kind, t.code),
  ],
)

/** Whether a published item or life event is offered: paused with a notice, or with an end. */
export const catalogOffers = table(
  'catalog_offers',
  {
    kind: text().notNull(),
    code: text().notNull(),
    pausedAt: moment(),
    endsAt: moment(),
    notice: json<Text>(),
    /** Who said so. */
    by: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.code] })],
)

/** Documents on their way to being published together: written by one person, published by another. */
export const catalogPackages = table(
  'catalog_packages',
  {
    id: id().primaryKey(),
    title: text().notNull(),
    state: choice(['draft', 'checked', 'submitted', 'scheduled', 'published', 'returned'] as const).notNull(),
    content: json<unknown>().notNull(),
    findings: json<PackageFinding[]>().notNull(),
    authorId: id().notNull(),
    author: text().notNull(),
    publisherId: id(),
    publisher: text(),
    /** From when it counts; 0 for at once. */
    startsAt: moment().notNull(),
    /** Why it was sent back. */
    reason: text(),
    createdAt: moment().notNull(),
    publishedAt: moment(),
    version: int().notNull(),
  },
  (t) => [index('catalog_packages_state').on(t.state, t.id)],
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
