import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { noticeWishes } from '#db/schema/notices.ts'

export type WishRow = typeof noticeWishes.$inferSelect

export async function wishOf(reader: Reader, personId: string): Promise<WishRow | undefined> {
  const [row] = await reader.select().from(noticeWishes).where(eq(noticeWishes.personId, personId))
  return row
}

export async function putWish(tx: Tx, row: WishRow): Promise<void> {
  await tx.insert(noticeWishes).values(row).onConflictDoUpdate({ target: noticeWishes.personId, set: row })
}
