import { and, desc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { accounts, posts } from '#db/schema/identity.ts'
import { absences } from '#db/schema/work.ts'

export type AbsenceRow = typeof absences.$inferSelect

/** The posts of everybody for whom a member of staff stands in on a day; asked with every request of staff. */
export async function postsStoodInFor(reader: Reader, standInId: string, today: string) {
  const query = prepared(reader, 'identity.standsInFor', (on) =>
    on
      .select({ id: absences.staffId, name: accounts.name, unit: posts.unit, role: posts.role })
      .from(absences)
      .innerJoin(accounts, eq(accounts.id, absences.staffId))
      .innerJoin(posts, eq(posts.accountId, absences.staffId))
      .where(
        and(
          eq(absences.standInId, sql.placeholder('standInId')),
          gte(absences.toDay, sql.placeholder('today')),
          lte(absences.fromDay, sql.placeholder('today')),
          eq(absences.endedAt, 0),
        ),
      )
      .prepare(),
  )
  return query.execute({ standInId, today })
}

export async function insertAbsence(tx: Tx, row: AbsenceRow): Promise<void> {
  await tx.insert(absences).values(row)
}

export async function absenceById(reader: Reader, id: string): Promise<AbsenceRow | undefined> {
  const [row] = await reader.select().from(absences).where(eq(absences.id, id))
  return row
}

/** Absences that hold on some day of a span, of which somebody is part, as the one who is away or the stand-in. */
export async function absencesWithin(
  reader: Reader,
  staffIds: readonly string[],
  fromDay: string,
  toDay: string,
): Promise<AbsenceRow[]> {
  if (staffIds.length === 0) return []
  const ids = [...staffIds]
  return reader
    .select()
    .from(absences)
    .where(
      and(
        or(inArray(absences.staffId, ids), inArray(absences.standInId, ids)),
        gte(absences.toDay, fromDay),
        lte(absences.fromDay, toDay),
        eq(absences.endedAt, 0),
      ),
    )
    .orderBy(desc(absences.fromDay), desc(absences.id))
}

export async function endAbsenceRow(tx: Tx, id: string, at: number): Promise<boolean> {
  const ended = await tx
    .update(absences)
    .set({ endedAt: at })
    .where(and(eq(absences.id, id), eq(absences.endedAt, 0)))
    .returning({ id: absences.id })
  return ended.length === 1
}

/** Members of staff with a post in one of these units, or in any, or with one of some roles; a line for each post. */
export async function staffWithPosts(
  reader: Reader,
  units: readonly string[] | 'all',
  roles: readonly string[] = [],
) {
  const wanted =
    units === 'all' ? undefined : or(inArray(posts.unit, [...units]), inArray(posts.role, [...roles]))
  return reader
    .select({ id: accounts.id, name: accounts.name, unit: posts.unit, role: posts.role })
    .from(posts)
    .innerJoin(accounts, eq(accounts.id, posts.accountId))
    .where(wanted)
    .orderBy(posts.unit, accounts.login)
}
