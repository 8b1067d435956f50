import { bool, choice, day, id, index, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

export const people = table(
  'people',
  {
    id: id().primaryKey(),
    name: sealed<string>().notNull(),
    residentId: sealed<string>().notNull(),
    residentIdBlind: text().notNull(),
    phone: sealed<string>().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex('people_resident_id').on(t.residentIdBlind)],
)

export const organisations = table(
  'organisations',
  { id: id().primaryKey(), creditCode: text().notNull(), name: text().notNull() },
  (t) => [uniqueIndex('organisations_credit_code').on(t.creditCode)],
)

/** Who may sign in: a person, or a member of staff. `secret` is a scrypt hash. */
export const accounts = table(
  'accounts',
  {
    id: id().primaryKey(),
    kind: choice(['person', 'staff'] as const).notNull(),
    login: text().notNull(),
    secret: text().notNull(),
    name: sealed<string>().notNull(),
    personId: id(),
    demo: bool().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex('accounts_login').on(t.login)],
)

/** A member of staff in a unit with a role. */
export const posts = table(
  'posts',
  { id: id().primaryKey(), accountId: id().notNull(), unit: text().notNull(), role: text().notNull() },
  (t) => [uniqueIndex('posts_account').on(t.accountId, t.unit, t.role)],
)

/** The right of a person to act for an organisation. */
export const mandates = table(
  'mandates',
  {
    id: id().primaryKey(),
    personId: id().notNull(),
    organisationId: id().notNull(),
    scope: text().notNull(),
    validTo: text().notNull(),
  },
  (t) => [uniqueIndex('mandates_person').on(t.personId, t.organisationId)],
)

/** The right of a person to fill in applications for another, given by the one they are for. */
export const personMandates = table(
  'person_mandates',
  {
    id: id().primaryKey(),
    principalId: id().notNull(),
    agentId: id().notNull(),
    /** Code of a life event, or `all`. */
    scope: text().notNull(),
    /** The last day it is good for. */
    validTo: day().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('person_mandates_pair').on(t.principalId, t.agentId, t.scope),
    index('person_mandates_agent').on(t.agentId),
  ],
)

/** A session; the cookie holds a random token, the row its SHA-256. Ended by deleting the row. */
export const sessions = table(
  'sessions',
  {
    id: id().primaryKey(),
    accountId: id().notNull(),
    createdAt: moment().notNull(),
    seenAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('sessions_account').on(t.accountId)],
)

/** Failed sign-ins, counted by blind hashes of account and address. */
export const signInTries = table(
  'sign_in_tries',
  { id: id().primaryKey(), subject: text().notNull(), at: moment().notNull() },
  (t) => [index('sign_in_tries_subject').on(t.subject, t.at)],
)
