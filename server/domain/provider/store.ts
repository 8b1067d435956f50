import { and, count, eq, gte, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { appNonces } from '#db/schema/exchange-figures.ts'

/** How many calls a system made since a moment. */
export async function callsSince(reader: Reader, app: string, since: number): Promise<number> {
  const [row] = await reader
    .select({ calls: count() })
    .from(appNonces)
    .where(and(eq(appNonces.app, app), gte(appNonces.at, since)))
  return row?.calls ?? 0
}

/** Remembers a nonce; false when the system used it before. */
export async function insertNonce(tx: Tx, app: string, nonce: string, at: number): Promise<boolean> {
  const rows = await tx
    .insert(appNonces)
    .values({ app, nonce, at })
    .onConflictDoNothing()
    .returning({ nonce: appNonces.nonce })
  return rows.length === 1
}

/** Forgets nonces from before a moment: a replay of theirs has an old timestamp. */
export async function purgeNonces(tx: Tx, before: number): Promise<void> {
  await tx.delete(appNonces).where(lt(appNonces.at, before))
}
