import { id, int, json, moment, table, text, uniqueIndex } from '../columns.ts'

/** Who did and who looked: append-only (triggers refuse change and removal), hash-chained in several chains. */
export const auditEntries = table(
  'audit_entries',
  {
    id: id().primaryKey(),
    chain: int().notNull(),
    seq: int().notNull(),
    at: moment().notNull(),
    actorKind: text().notNull(),
    actorId: text().notNull(),
    verb: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    detail: json<Record<string, unknown>>().notNull(),
    trace: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [uniqueIndex('audit_entries_chain').on(t.chain, t.seq)],
)

/** The last link of each chain. */
export const auditHeads = table('audit_heads', {
  chain: int().primaryKey(),
  seq: int().notNull(),
  hash: text().notNull(),
})
