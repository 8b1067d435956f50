import { bool, choice, id, index, int, json, moment, sealed, table, text } from '../columns.ts'

/** What a person agreed to: which fields of which resources, for what, as it was shown to them. */
export const consents = table(
  'consents',
  {
    id: id().primaryKey(),
    personId: id().notNull(),
    /** Who clicked, `person:<id>` or `staff:<id>`; empty in what was given before this was written down. */
    givenBy: text().notNull().default(''),
    /** By which proof: as themselves, by their mandate, or with the code that was sent to them. */
    proof: choice(['account', 'mandate', 'code'] as const)
      .notNull()
      .default('account'),
    /** The draft it was given for. */
    purpose: text().notNull(),
    lifeEvent: text().notNull().default(''),
    resources: json<string[]>().notNull(),
    /** Fields by resource. */
    fields: json<Record<string, string[]>>().notNull().default({}),
    /** Version of the consent's text. */
    textVersion: text().notNull().default(''),
    shown: sealed<string>().notNull(),
    givenAt: moment().notNull(),
    /** 0 while it stands. */
    revokedAt: moment().notNull(),
  },
  (t) => [index('consents_person').on(t.personId), index('consents_purpose').on(t.purpose)],
)

/** One call to a resource: written before the call, settled when the answer came. Fields, no values. */
function logColumns() {
  return {
    id: id().primaryKey(),
    /** Whom it is about: the blind index of a resident id, or a credit code. Empty when about nobody. */
    subject: text().notNull(),
    subjectKind: choice(['person', 'organisation', 'nobody'] as const).notNull(),
    resource: text().notNull(),
    /** Code of the department that keeps the resource. */
    provider: text().notNull(),
    /** What it was made for. `outside`: another system asked the portal. */
    matterKind: choice(['draft', 'case', 'match', 'desk', 'outside'] as const).notNull(),
    matterId: text().notNull(),
    /** The number people know the matter by; empty when it has none. */
    matterNo: text().notNull(),
    /** Code of the service item it was needed for; empty when for none. */
    item: text().notNull(),
    /** Who asked: `person`, `staff`, `system` or, from outside, `app`. */
    actorKind: text().notNull(),
    actorId: text().notNull(),
    /** The department that asked. */
    unit: text().notNull(),
    groundKind: choice(['consent', 'law', 'emergency', 'grant'] as const).notNull(),
    /** The consent's id, the law's words, the emergency's id, the grant's id. */
    ground: text().notNull(),
    /** Fields asked for, and fields that came. */
    asked: json<string[]>().notNull(),
    fields: json<string[]>().notNull(),
    /** `asked` until it is settled; see shared/exchange/outcome.ts. */
    outcome: text().notNull(),
    fault: text().notNull(),
    /** Answered from what was kept of an earlier call. */
    cached: bool().notNull(),
    ms: int().notNull(),
    at: moment().notNull(),
    /** 0 until it is settled. */
    answeredAt: moment().notNull(),
  }
}

/** The calls of the last days. Small, so that its index stays in memory. */
export const lookupLog = table('lookup_log', logColumns(), (t) => [
  index('lookup_log_subject').on(t.subject, t.id),
])

/** Settled calls, moved here in the quiet; only ever appended to until they are too old to be kept. */
export const lookupArchive = table('lookup_archive', logColumns(), (t) => [
  index('lookup_archive_subject').on(t.subject, t.id),
])
