import { and, asc, count, desc, eq, gt, gte, inArray, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { spotChecks } from '#db/schema/supervision.ts'
import { workEvents, workItems } from '#db/schema/work.ts'
import { firstIdAt } from '#shared/id.ts'

export type CheckRow = typeof spotChecks.$inferSelect

type Units = readonly string[] | 'all'

/** Draws items; one that was drawn before stays as it is. Answers how many are new. */
export async function insertChecks(tx: Tx, rows: CheckRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const added = await tx
    .insert(spotChecks)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: spotChecks.id })
  return added.length
}

export async function checkById(reader: Reader, id: string): Promise<CheckRow | undefined> {
  const [row] = await reader.select().from(spotChecks).where(eq(spotChecks.id, id))
  return row
}

/** The check of an item, of a kind. */
export async function checkOf(
  reader: Reader,
  workId: string,
  kind: CheckRow['kind'],
): Promise<CheckRow | undefined> {
  const [row] = await reader
    .select()
    .from(spotChecks)
    .where(and(eq(spotChecks.workId, workId), eq(spotChecks.kind, kind)))
  return row
}

/** What of a kind waits for a person to check, the oldest first. */
export async function openChecks(
  reader: Reader,
  units: Units,
  kind: CheckRow['kind'],
  limit: number,
): Promise<CheckRow[]> {
  return reader
    .select()
    .from(spotChecks)
    .where(and(eq(spotChecks.checkedAt, 0), eq(spotChecks.kind, kind), ofUnits(units)))
    .orderBy(asc(spotChecks.id))
    .limit(limit)
}

export async function countOpenChecks(reader: Reader, units: Units): Promise<number> {
  const [row] = await reader
    .select({ count: count() })
    .from(spotChecks)
    .where(and(eq(spotChecks.checkedAt, 0), ofUnits(units)))
  return row?.count ?? 0
}

/** What was checked last. */
export async function doneChecks(reader: Reader, units: Units, limit: number): Promise<CheckRow[]> {
  return reader
    .select()
    .from(spotChecks)
    .where(and(gt(spotChecks.checkedAt, 0), ofUnits(units)))
    .orderBy(desc(spotChecks.checkedAt), desc(spotChecks.id))
    .limit(limit)
}

export async function keepResult(
  tx: Tx,
  id: string,
  given: Pick<CheckRow, 'result' | 'reason' | 'checkedBy' | 'checkedAt'>,
): Promise<boolean> {
  const kept = await tx
    .update(spotChecks)
    .set(given)
    .where(and(eq(spotChecks.id, id), eq(spotChecks.checkedAt, 0)))
    .returning({ id: spotChecks.id })
  return kept.length === 1
}

/** Items of a unit that were decided between two moments, and by whom; found along the ids, which are in order of time. */
export async function decidedBetween(
  reader: Reader,
  unit: string,
  moves: readonly string[],
  from: number,
  before: number,
): Promise<{ workId: string; actorKind: string }[]> {
  return reader
    .select({ workId: workEvents.workId, actorKind: workEvents.actorKind })
    .from(workEvents)
    .innerJoin(workItems, eq(workItems.id, workEvents.workId))
    .where(
      and(
        gte(workEvents.id, firstIdAt(from)),
        lt(workEvents.id, firstIdAt(before)),
        inArray(workEvents.move, [...moves]),
        eq(workItems.unit, unit),
      ),
    )
    .orderBy(asc(workEvents.id))
}

function ofUnits(units: Units) {
  return units === 'all' ? undefined : inArray(spotChecks.unit, [...units])
}
