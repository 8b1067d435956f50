import { and, count, eq, sql } from 'drizzle-orm'
import { insertRows, read, transaction } from '#db'
import { workCounts, workItems } from '#db/schema/work.ts'
import { now } from '#domain/clock.ts'
import { newId } from '#shared/id.ts'
import type { World } from '../../../support/world.ts'
import { waiting } from './deciding.ts'

/** So many rows go into one transaction: meanwhile others wait. */
const TOGETHER = 2000

/** What falls due is shared among so many departments as have something to decide. */
export async function openDue(
  world: World,
  { count: wanted, day, time }: { count: number; day: string; time: string },
): Promise<number> {
  const some = new Map((await waiting(world)).map((each) => [each.unit, each.item]))
  const models: (typeof workItems.$inferSelect)[] = []
  for (const id of some.values()) {
    const [row] = await read().select().from(workItems).where(eq(workItems.id, id))
    if (row) models.push(row)
  }
  for (let from = 0; from < wanted; from += TOGETHER) {
    const amount = Math.min(TOGETHER, wanted - from)
    await transaction(async (tx) => {
      const rows = Array.from({ length: amount }, (_, i) => {
        const model = models[(from + i) % models.length]
        if (!model) throw new Error('there is nothing to make more of')
        const own = { id: newId(now()), parentId: newId(now()), no: 'due', assignee: '' }
        // Told before that it is near.
        return { ...model, ...own, dueDay: day, dueTime: time, signal: 'yellow' as const }
      })
      await insertRows(tx, 'bench.due', workItems, rows)
      for (const unit of new Set(rows.map((row) => row.unit))) {
        const place = { kind: 'caseItem' as const, state: 'reviewing', unit, dueDay: day }
        const added = rows.filter((row) => row.unit === unit).length
        await tx
          .insert(workCounts)
          .values({ ...place, count: added })
          .onConflictDoUpdate({
            target: [workCounts.kind, workCounts.state, workCounts.unit, workCounts.dueDay],
            set: { count: sql`${workCounts.count} + excluded.count` },
          })
      }
    })
  }
  return wanted
}

export async function unmarked({ day, time }: { day: string; time: string }): Promise<number> {
  const [row] = await read()
    .select({ n: count() })
    .from(workItems)
    .where(
      and(
        sql.raw(`closed_at = 0 and clock = 'running'`),
        eq(workItems.signal, 'yellow'),
        eq(workItems.dueDay, day),
        eq(workItems.dueTime, time),
      ),
    )
  return row?.n ?? 0
}
