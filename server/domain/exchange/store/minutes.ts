import { and, lt, sql } from 'drizzle-orm'
import { insertRows, type Tx } from '#db'
import { exchangeMinutes, resourceStates } from '#db/schema/exchange-figures.ts'
import { BUCKETS } from '#shared/exchange/latency.ts'

export type MinuteRow = typeof exchangeMinutes.$inferSelect

/** What is added up, and is called in the database as it is here. */
const SUMS = [...(['calls', 'found', 'several', 'failed', 'cached'] as const), ...BUCKETS]

const ADDED_UP = {
  target: [exchangeMinutes.minute, exchangeMinutes.resource, exchangeMinutes.unit],
  set: {
    ...Object.fromEntries(
      SUMS.map((name) => [name, sql`${exchangeMinutes[name]} + ${sql.raw(`excluded.${name}`)}`]),
    ),
    notFound: sql`${exchangeMinutes.notFound} + excluded.not_found`,
  },
}

/** Adds calls to those of the same minute, resource and department. */
export async function addMinutes(tx: Tx, rows: readonly MinuteRow[]): Promise<void> {
  await insertRows(tx, 'exchangeMinutes.add', exchangeMinutes, rows, { orElse: ADDED_UP })
}

/** Remembers when providers last changed resources, as they said. */
export async function sawUpdates(tx: Tx, rows: (typeof resourceStates.$inferSelect)[]): Promise<void> {
  await insertRows(tx, 'resourceStates.saw', resourceStates, rows, {
    orElse: {
      target: [resourceStates.resource],
      set: { updatedAt: sql`excluded.updated_at`, seenAt: sql`excluded.seen_at` },
    },
  })
}

/**
 * Joins figures of single minutes before a minute to those of their hour, which stand at its first minute, and removes
 * what is before another minute.
 */
export async function joinMinutes(tx: Tx, before: number, removeBefore: number): Promise<void> {
  await tx.delete(exchangeMinutes).where(lt(exchangeMinutes.minute, removeBefore))
  const single = and(lt(exchangeMinutes.minute, before), sql`${exchangeMinutes.minute} % 60 <> 0`)
  const rows = await tx.select().from(exchangeMinutes).where(single)
  const hours = new Map<string, MinuteRow>()
  for (const row of rows) {
    const minute = row.minute - (row.minute % 60)
    const key = `${minute} ${row.resource} ${row.unit}`
    const hour = hours.get(key)
    hours.set(key, hour ? sumOf(hour, row) : { ...row, minute })
  }
  await tx.delete(exchangeMinutes).where(single)
  await addMinutes(tx, [...hours.values()])
}

function sumOf(a: MinuteRow, b: MinuteRow): MinuteRow {
  const sums = { ...a, notFound: a.notFound + b.notFound }
  for (const name of SUMS) sums[name] = a[name] + b[name]
  return sums
}
