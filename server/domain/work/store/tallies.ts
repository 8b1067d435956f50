import { eq, sql, sum } from 'drizzle-orm'
import { prepared, type Reader, type Tx } from '#db'
import { workTallies } from '#db/schema/work.ts'
import type { WorkKind } from '#shared/work/move.ts'

export type Tallied = Pick<typeof workTallies.$inferSelect, 'kind' | 'move' | 'day' | 'inTime'>

/** Counts a move. */
export async function addTally(tx: Tx, move: Tallied): Promise<void> {
  const query = prepared(tx, 'work.tally', (on) =>
    on
      .insert(workTallies)
      .values({
        kind: sql`${sql.placeholder('kind')}`,
        move: sql`${sql.placeholder('move')}`,
        day: sql`${sql.placeholder('day')}`,
        inTime: sql`${sql.placeholder('inTime')}`,
        count: 1,
      })
      .onConflictDoUpdate({
        target: [workTallies.kind, workTallies.move, workTallies.day, workTallies.inTime],
        set: { count: sql`${workTallies.count} + 1` },
      })
      .prepare(),
  )
  await query.execute({ ...move, inTime: workTallies.inTime.mapToDriverValue(move.inTime) })
}

/** How often the moves of a kind were made that are counted, in time and late. */
export async function tallies(
  reader: Reader,
  kind: WorkKind,
): Promise<{ move: string; inTime: boolean; count: number }[]> {
  return reader
    .select({
      move: workTallies.move,
      inTime: workTallies.inTime,
      count: sum(workTallies.count).mapWith(Number),
    })
    .from(workTallies)
    .where(eq(workTallies.kind, kind))
    .groupBy(workTallies.move, workTallies.inTime)
}
