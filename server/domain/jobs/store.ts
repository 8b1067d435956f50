import { and, asc, eq, gt, lt, lte, sql } from 'drizzle-orm'
import { prepared, type Tx } from '#db'
import { jobs } from '#db/schema/jobs.ts'
import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'

export type JobRow = typeof jobs.$inferSelect

/**
 * Writes a job in the act's transaction; the same kind and key twice is one job.
 * @param runAt epoch milliseconds, now by default
 */
export async function enqueue(
  act: Pick<Act, 'tx' | 'at'>,
  kind: string,
  key: string,
  payload: Record<string, unknown>,
  runAt = act.at,
): Promise<void> {
  const query = prepared(act.tx, 'jobs.insert', (on) =>
    on
      .insert(jobs)
      .values({
        id: sql.placeholder('id'),
        kind: sql.placeholder('kind'),
        key: sql.placeholder('key'),
        payload: sql.placeholder('payload'),
        runAt: sql.placeholder('runAt'),
        attempts: 0,
        lockedUntil: 0,
        doneAt: 0,
      })
      .onConflictDoNothing()
      .prepare(),
  )
  await query.execute({ id: newId(act.at), kind, key, payload, runAt })
}

/** Removes jobs done before a moment; answers how many. */
export async function purgeDone(tx: Tx, before: number): Promise<number> {
  const gone = await tx
    .delete(jobs)
    .where(and(gt(jobs.doneAt, 0), lt(jobs.doneAt, before)))
    .returning({ id: jobs.id })
  return gone.length
}

/** Jobs that are due and in nobody's hands, the oldest first. */
export async function dueJobs(tx: Tx, now: number, limit: number): Promise<JobRow[]> {
  return tx
    .select()
    .from(jobs)
    .where(and(eq(jobs.doneAt, 0), lte(jobs.runAt, now), lte(jobs.lockedUntil, now)))
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(limit)
}

/** Takes a job for a while, unless another runner took it meanwhile. */
export async function lockJob(tx: Tx, job: JobRow, until: number): Promise<JobRow | undefined> {
  const [taken] = await tx
    .update(jobs)
    .set({ lockedUntil: until, attempts: job.attempts + 1 })
    .where(and(eq(jobs.id, job.id), eq(jobs.lockedUntil, job.lockedUntil), eq(jobs.doneAt, 0)))
    .returning()
  return taken
}

export async function updateJob(tx: Tx, id: string, change: Partial<JobRow>): Promise<void> {
  await tx.update(jobs).set(change).where(eq(jobs.id, id))
}
