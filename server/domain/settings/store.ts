import { eq, sql } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { counters, settings } from '#db/schema/settings.ts'

export async function readSetting(reader: Reader, name: string): Promise<unknown> {
  const [row] = await reader.select().from(settings).where(eq(settings.name, name))
  return row?.value
}

export async function writeSetting(tx: Tx, name: string, value: unknown): Promise<void> {
  await tx
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
}

/** Adds to a counter and answers its new value; rows lock until commit, so numbers have no doubles. */
export async function addTo(tx: Tx, name: string, amount: number): Promise<number> {
  const query = prepared(tx, 'counters.add', (on) =>
    on
      .insert(counters)
      .values({ name: sql.placeholder('name'), value: sql.placeholder('amount') })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + excluded.value` } })
      .returning({ value: counters.value })
      .prepare(),
  )
  const [row] = await query.execute({ name, amount })
  return row?.value ?? amount
}
