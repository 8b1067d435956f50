import { sql } from 'drizzle-orm'
import { choice, id, index, int, moment, sealed, table, text, uniqueIndex } from '../columns.ts'
import { packedContent } from '../packing.ts'

/** One application in the authorities' hands. Its items are work items whose parent it is. */
export const cases = table(
  'cases',
  {
    id: id().primaryKey(),
    no: text().notNull(),
    lifeEvent: text().notNull(),
    bundleId: id().notNull(),
    applicantId: id().notNull(),
    /** Who acted for the applicant, as in drafts; empty when nobody did. */
    agent: text().notNull().default(''),
    /** The enterprise it is for; empty for a person's own matters. */
    organisationId: text().notNull().default(''),
    /** Blind index of whom or what it is about, where its life event says what names them; empty otherwise. */
    about: text().notNull().default(''),
    /** Everything that was sent, and the facts that decisions added. */
    content: sealed(packedContent).notNull(),
    state: choice(['in-progress', 'correcting', 'closed'] as const).notNull(),
    sentAt: moment().notNull(),
    closedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    uniqueIndex('cases_no').on(t.no),
    index('cases_applicant').on(t.applicantId, t.sentAt),
    index('cases_agent')
      .on(t.agent)
      .where(sql`agent <> ''`),
    // What somebody else asked for the same person or thing.
    index('cases_about')
      .on(t.about)
      .where(sql`about <> ''`),
  ],
)

/** Formal documents of a case: receipts, notices, decisions. Numbered first, drawn after. */
export const caseDocuments = table(
  'case_documents',
  {
    id: id().primaryKey(),
    caseId: id().notNull(),
    /** The one item it is about. */
    workId: id(),
    kind: text().notNull(),
    no: text().notNull(),
    /** Empty until it is drawn. */
    fileId: id().notNull(),
    /** The moment of the last act it tells of; 0 until it is drawn. */
    issuedAt: moment().notNull(),
    /** How many moves of items it tells of: with more of them it is drawn anew. */
    acts: int().notNull().default(0),
  },
  (t) => [index('case_documents_case').on(t.caseId), uniqueIndex('case_documents_no').on(t.no)],
)
