import { and, eq, sql } from 'drizzle-orm'
import { insertRows, prepared, type Reader, type Tx } from '#db'
import { lookupArchive, lookupLog } from '#db/schema/exchange.ts'

export type LogRow = typeof lookupLog.$inferSelect

export async function insertLog(tx: Tx, rows: readonly LogRow[]): Promise<void> {
  await insertRows(tx, 'lookupLog', lookupLog, rows)
}

/**
 * Writes how calls ended, once each, and answers those that were open: what was settled before stays as it
 * is. All at once: PostgreSQL takes them without waiting for each.
 */
export async function settleLog(tx: Tx, rows: readonly LogRow[]): Promise<ReadonlySet<LogRow>> {
  if (rows.length === 0) return new Set()
  const query = prepared(tx, 'lookupLog.settle', (on) =>
    on
      .update(lookupLog)
      .set({
        fields: sql`${sql.placeholder('fields')}`,
        outcome: sql`${sql.placeholder('outcome')}`,
        fault: sql`${sql.placeholder('fault')}`,
        ms: sql`${sql.placeholder('ms')}`,
        answeredAt: sql`${sql.placeholder('answeredAt')}`,
      })
      .where(and(eq(lookupLog.id, sql.placeholder('id')), eq(lookupLog.outcome, 'asked')))
      .returning({ id: lookupLog.id })
      .prepare(),
  )
  const settled = await Promise.all(
    rows.map(({ id, fields, outcome, fault, ms, answeredAt }) =>
      query.execute({ id, fields: JSON.stringify(fields), outcome, fault, ms, answeredAt }),
    ),
  )
  return new Set(rows.filter((_row, i) => settled[i]?.length === 1))
}

/** Ids of the drafts for which a resource was asked about somebody. */
export async function draftsThatAsked(reader: Reader, subject: string, resource: string): Promise<string[]> {
  const asked = await Promise.all(
    [lookupLog, lookupArchive].map((table) =>
      reader
        .selectDistinct({ id: table.matterId })
        .from(table)
        .where(and(eq(table.subject, subject), eq(table.resource, resource), eq(table.matterKind, 'draft'))),
    ),
  )
  return [...new Set(asked.flat().map(({ id }) => id))]
}
