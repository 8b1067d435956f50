import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { handOvers } from '#db/schema/supervision.ts'

export type HandOverRow = typeof handOvers.$inferSelect

export async function insertHandOver(tx: Tx, row: HandOverRow): Promise<void> {
  await tx.insert(handOvers).values(row)
}

export async function handOverById(reader: Reader, id: string): Promise<HandOverRow | undefined> {
  const [row] = await reader.select().from(handOvers).where(eq(handOvers.id, id))
  return row
}
