import type { FactValue } from '../../shared/rules/condition.ts'
import { choice, day, id, index, json, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** An issued, signed document with a life of its own. */
export const certificates = table(
  'certificates',
  {
    id: id().primaryKey(),
    type: text().notNull(),
    /** The certificate identifier with its check character, domain.md §6.2. */
    identifier: text().notNull(),
    /** The number printed on its face. */
    no: text().notNull(),
    /** Whose wallet it is in. */
    ownerId: id().notNull(),
    caseId: id().notNull(),
    workId: id().notNull(),
    holder: sealed<{ name: string; residentId: string | null }>().notNull(),
    /** Values on its face, as printed, by element. */
    face: sealed<Record<string, string>>().notNull(),
    /** The same values as facts, for filling in forms; absent in certificates issued before they were kept. */
    facts: sealed<Record<string, FactValue>>(),
    state: choice(['valid', 'revoked'] as const).notNull(),
    fileId: id().notNull(),
    sha256: text().notNull(),
    issuedAt: moment().notNull(),
    validTo: day().notNull(),
    changed: json<{ at: number; by: string; reason: string } | null>(),
  },
  (t) => [
    uniqueIndex('certificates_identifier').on(t.identifier),
    uniqueIndex('certificates_work').on(t.workId),
    index('certificates_owner').on(t.ownerId),
    index('certificates_case').on(t.caseId),
    index('certificates_sha256').on(t.sha256),
  ],
)
