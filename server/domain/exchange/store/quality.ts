import { and, gte, inArray, sql, sum } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { valueFigures } from '#db/schema/exchange-figures.ts'

export type ValueFigureRow = typeof valueFigures.$inferSelect

/** Adds what came of fields to what came of them on the same day before. */
export async function addValueFigures(tx: Tx, rows: readonly ValueFigureRow[]): Promise<void> {
  await insertRows(tx, 'valueFigures.add', valueFigures, rows, {
    orElse: {
      target: [valueFigures.day, valueFigures.resource, valueFigures.field],
      set: {
        came: sql`${valueFigures.came} + excluded.came`,
        empty: sql`${valueFigures.empty} + excluded.empty`,
        faulty: sql`${valueFigures.faulty} + excluded.faulty`,
      },
    },
  })
}

/** What came since a day, by resource and field. */
export async function valueFiguresSince(
  reader: Reader,
  day: string,
  resources: readonly string[] | 'all',
): Promise<Omit<ValueFigureRow, 'day'>[]> {
  return reader
    .select({
      resource: valueFigures.resource,
      field: valueFigures.field,
      came: sum(valueFigures.came).mapWith(Number),
      empty: sum(valueFigures.empty).mapWith(Number),
      faulty: sum(valueFigures.faulty).mapWith(Number),
    })
    .from(valueFigures)
    .where(
      and(
        gte(valueFigures.day, day),
        resources === 'all' ? undefined : inArray(valueFigures.resource, [...resources]),
      ),
    )
    .groupBy(valueFigures.resource, valueFigures.field)
}
