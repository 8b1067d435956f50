import { and, count, desc, eq, lt, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { notices } from '#db/schema/notices.ts'

export type NoticeRow = typeof notices.$inferSelect

/** Adds a notice unless the person already has one with its key; says whether it did. */
export async function insertNotice(tx: Tx, row: NoticeRow): Promise<boolean> {
  const added = await tx.insert(notices).values(row).onConflictDoNothing().returning({ id: notices.id })
  return added.length === 1
}

/** A person's notices, newest first; ids sort by time. */
export async function noticesOf(
  reader: Reader,
  personId: string,
  before: string | undefined,
  limit: number,
): Promise<NoticeRow[]> {
  return reader
    .select()
    .from(notices)
    .where(and(eq(notices.personId, personId), before ? lt(notices.id, before) : undefined))
    .orderBy(desc(notices.id))
    .limit(limit)
}

/** How many messages a person has not opened. */
export async function unreadCount(reader: Reader, personId: string): Promise<number> {
  const query = prepared(reader, 'notices.unread', (on) =>
    on
      .select({ count: count() })
      .from(notices)
      .where(and(eq(notices.personId, sql.placeholder('personId')), eq(notices.readAt, 0)))
      .prepare(),
  )
  const [row] = await query.execute({ personId })
  return row?.count ?? 0
}

export async function noticeOf(reader: Reader, personId: string, id: string): Promise<NoticeRow | undefined> {
  const [row] = await reader
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.personId, personId)))
  return row
}

/** Marks a person's unread notices read: one of them, or all. */
export async function setRead(tx: Tx, personId: string, at: number, id?: string): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: at })
    .where(and(eq(notices.personId, personId), eq(notices.readAt, 0), id ? eq(notices.id, id) : undefined))
}
