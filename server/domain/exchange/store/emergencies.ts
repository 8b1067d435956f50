import { and, desc, eq, gt, inArray, isNotNull, lte, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { emergencies } from '#db/schema/exchange-objections.ts'

export type EmergencyRow = typeof emergencies.$inferSelect

export async function insertEmergency(tx: Tx, row: EmergencyRow): Promise<void> {
  await tx.insert(emergencies).values(row)
}

export async function emergencyRow(reader: Reader, id: string): Promise<EmergencyRow | undefined> {
  const [row] = await reader.select().from(emergencies).where(eq(emergencies.id, id))
  return row
}

/**
 * Emergencies that somebody asked for, and those of departments, the newest first.
 * @param units departments whose emergencies are read as well
 */
export async function emergenciesOf(
  reader: Reader,
  askedBy: string,
  units: readonly string[] | 'all',
  limit: number,
): Promise<EmergencyRow[]> {
  const ofUnits = units === 'all' ? undefined : inArray(emergencies.unit, [...units])
  return reader
    .select()
    .from(emergencies)
    .where(units === 'all' ? undefined : or(eq(emergencies.askedBy, askedBy), ofUnits))
    .orderBy(desc(emergencies.askedAt), desc(emergencies.id))
    .limit(limit)
}

/** Decides an emergency that nobody decided since it was read; answers whether it did. */
export async function decideEmergencyRow(
  tx: Tx,
  { id, version }: Pick<EmergencyRow, 'id' | 'version'>,
  change: Pick<EmergencyRow, 'confirmedBy' | 'state' | 'decidedAt' | 'expiresAt'>,
): Promise<boolean> {
  const changed = await tx
    .update(emergencies)
    .set({ ...change, version: version + 1 })
    .where(and(eq(emergencies.id, id), eq(emergencies.version, version), eq(emergencies.state, 'asked')))
    .returning({ id: emergencies.id })
  return changed.length === 1
}

/** What was let pass and taken, and came to nothing, may be made again while it is let pass. */
export async function giveBackEmergency(tx: Tx, id: string, at: number): Promise<void> {
  await tx
    .update(emergencies)
    .set({ state: 'confirmed' })
    .where(and(eq(emergencies.id, id), eq(emergencies.state, 'used'), gt(emergencies.expiresAt, at)))
}

/** Keeps what came of an emergency look-up until it may not be read any more. */
export async function keepEmergencyAnswer(
  tx: Tx,
  id: string,
  answer: EmergencyRow['answer'],
  expiresAt: number,
): Promise<void> {
  await tx.update(emergencies).set({ answer, expiresAt }).where(eq(emergencies.id, id))
}

/** Forgets what came of emergency look-ups and may not be read any more. */
export async function forgetEmergencyAnswers(tx: Tx, at: number): Promise<void> {
  await tx
    .update(emergencies)
    .set({ answer: null })
    .where(and(isNotNull(emergencies.answer), lte(emergencies.expiresAt, at)))
}
