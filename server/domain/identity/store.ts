import { and, count, desc, eq, gt, gte, inArray, lt, or, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import {
  accounts,
  mandates,
  organisations,
  people,
  personMandates,
  posts,
  sessions,
  signInTries,
} from '#db/schema/identity.ts'
import { DAY_MS } from '#shared/calendar/day.ts'

export type AccountRow = typeof accounts.$inferSelect
export type PersonRow = typeof people.$inferSelect
export type SessionRow = typeof sessions.$inferSelect

export async function accountByLogin(reader: Reader, login: string): Promise<AccountRow | undefined> {
  const [row] = await reader.select().from(accounts).where(eq(accounts.login, login))
  return row
}

/** A session that has not ended, with its account: the hottest query of all. */
export async function sessionWithAccount(reader: Reader, id: string, at: number) {
  const query = prepared(reader, 'identity.session', (on) =>
    on
      .select({
        seenAt: sessions.seenAt,
        accountId: accounts.id,
        kind: accounts.kind,
        name: accounts.name,
        personId: accounts.personId,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(and(eq(sessions.id, sql.placeholder('id')), gt(sessions.expiresAt, sql.placeholder('at'))))
      .prepare(),
  )
  const [row] = await query.execute({ id, at })
  return row
}

/** Names of members of staff, by id; for those who supervise them. */
export async function staffNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(inArray(accounts.id, [...new Set(ids)]), eq(accounts.kind, 'staff')))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The units of members of staff, by their id. */
export async function staffUnits(reader: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: posts.accountId, unit: posts.unit })
    .from(posts)
    .where(inArray(posts.accountId, [...new Set(ids)]))
  const units = new Map<string, string[]>()
  for (const { id, unit } of rows) units.set(id, [...(units.get(id) ?? []), unit])
  return units
}

export async function postsOf(reader: Reader, accountId: string) {
  const query = prepared(reader, 'identity.posts', (on) =>
    on
      .select({ unit: posts.unit, role: posts.role })
      .from(posts)
      .where(eq(posts.accountId, sql.placeholder('accountId')))
      .prepare(),
  )
  return query.execute({ accountId })
}

/** Departments with a post of one of these roles. */
export async function unitsWithRole(reader: Reader, roles: readonly string[]): Promise<string[]> {
  if (roles.length === 0) return []
  const rows = await reader
    .selectDistinct({ unit: posts.unit })
    .from(posts)
    .where(inArray(posts.role, [...roles]))
    .orderBy(posts.unit)
  return rows.map(({ unit }) => unit)
}

export async function insertSession(tx: Tx, row: SessionRow): Promise<void> {
  await tx.insert(sessions).values(row)
}

export async function extendSession(tx: Tx, id: string, seenAt: number, expiresAt: number): Promise<void> {
  await tx.update(sessions).set({ seenAt, expiresAt }).where(eq(sessions.id, id))
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id))
}

export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(eq(sessions.accountId, accountId))
    .returning({ id: sessions.id })
  return gone.length
}

/** Removes sessions that ended and failed sign-ins of more than a day ago. */
export async function purgeSessions(tx: Tx, at: number): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expiresAt, at))
  await tx.delete(signInTries).where(lt(signInTries.at, at - DAY_MS))
}

export async function countTries(reader: Reader, subjects: string[], since: number): Promise<number> {
  const [row] = await reader
    .select({ count: count() })
    .from(signInTries)
    .where(and(inArray(signInTries.subject, subjects), gt(signInTries.at, since)))
  return row?.count ?? 0
}

export async function insertTries(tx: Tx, rows: (typeof signInTries.$inferInsert)[]): Promise<void> {
  await tx.insert(signInTries).values(rows)
}

export async function personRow(reader: Reader, id: string): Promise<PersonRow | undefined> {
  const query = prepared(reader, 'identity.person', (on) =>
    on
      .select()
      .from(people)
      .where(eq(people.id, sql.placeholder('id')))
      .prepare(),
  )
  const [row] = await query.execute({ id })
  return row
}

export async function personRowByBlind(
  reader: Reader,
  residentIdBlind: string,
): Promise<PersonRow | undefined> {
  const [row] = await reader.select().from(people).where(eq(people.residentIdBlind, residentIdBlind))
  return row
}

export async function mandatedOrganisations(reader: Reader, personId: string, today: string) {
  return reader
    .select({
      id: organisations.id,
      creditCode: organisations.creditCode,
      name: organisations.name,
      scope: mandates.scope,
    })
    .from(mandates)
    .innerJoin(organisations, eq(organisations.id, mandates.organisationId))
    .where(and(eq(mandates.personId, personId), gte(mandates.validTo, today)))
}

export type PersonMandateRow = typeof personMandates.$inferSelect

/** Mandates that a person gave or received. */
export async function personMandatesOf(reader: Reader, personId: string): Promise<PersonMandateRow[]> {
  return reader
    .select()
    .from(personMandates)
    .where(or(eq(personMandates.principalId, personId), eq(personMandates.agentId, personId)))
    .orderBy(desc(personMandates.createdAt), desc(personMandates.id))
}

export async function upsertPersonMandate(tx: Tx, row: PersonMandateRow): Promise<void> {
  await tx
    .insert(personMandates)
    .values(row)
    .onConflictDoUpdate({
      target: [personMandates.principalId, personMandates.agentId, personMandates.scope],
      set: { validTo: row.validTo },
    })
}

export async function deletePersonMandate(tx: Tx, id: string): Promise<void> {
  await tx.delete(personMandates).where(eq(personMandates.id, id))
}

export async function insertAll(
  tx: Tx,
  rows: {
    people: PersonRow[]
    organisations: (typeof organisations.$inferSelect)[]
    accounts: AccountRow[]
    posts: (typeof posts.$inferSelect)[]
    mandates: (typeof mandates.$inferSelect)[]
  },
): Promise<void> {
  for (const chunk of chunks(rows.people)) await tx.insert(people).values(chunk).onConflictDoNothing()
  for (const chunk of chunks(rows.organisations))
    await tx.insert(organisations).values(chunk).onConflictDoNothing()
  for (const chunk of chunks(rows.accounts)) await tx.insert(accounts).values(chunk).onConflictDoNothing()
  for (const chunk of chunks(rows.posts)) await tx.insert(posts).values(chunk).onConflictDoNothing()
  for (const chunk of chunks(rows.mandates)) await tx.insert(mandates).values(chunk).onConflictDoNothing()
}

function chunks<T>(rows: T[], size = 500): T[][] {
  const parts: T[][] = []
  for (let i = 0; i < rows.length; i += size) parts.push(rows.slice(i, i + size))
  return parts
}
