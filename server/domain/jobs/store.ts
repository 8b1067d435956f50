import { and, asc, eq, gt, lt, lte, notInArray, or } from 'drizzle-orm'
import { insertRows, type Tx } from '#db'
import { jobs } from '#db/schema/jobs.ts'
import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'

export type JobRow = typeof jobs.$inferSelect

/** A job to be done. */
export interface NewJob {
  kind: string
  /** The same kind and key twice is one job. */
  key: string
  payload: Record<string, unknown>
  /** Epoch milliseconds, now by default. */
  runAt?: number
}

/** Writes jobs in the act's transaction. */
export async function enqueue(act: Pick<Act, 'tx' | 'at'>, ...wanted: NewJob[]): Promise<void> {
  const rows = wanted.map(({ runAt = act.at, ...job }): JobRow => ({
    ...job,
    runAt,
    id: newId(act.at),
    attempts: 0,
    lockedUntil: 0,
    doneAt: 0,
    error: null,
  }))
  await insertRows(act.tx, 'jobs', jobs, rows, { unlessThere: true })
}

/** Removes jobs done before a moment; answers how many. */
export async function purgeDone(tx: Tx, before: number): Promise<number> {
  const gone = await tx
    .delete(jobs)
    .where(and(gt(jobs.doneAt, 0), lt(jobs.doneAt, before)))
    .returning({ id: jobs.id })
  return gone.length
}

/**
 * Jobs that are due and in nobody's hands, the oldest first; without those of some kinds. What is taken for longer than
 * a lease was taken before the clock was set back.
 */
export async function dueJobs(
  tx: Tx,
  now: number,
  { leaseMs, limit, except }: { leaseMs: number; limit: number; except: readonly string[] },
): Promise<JobRow[]> {
  return tx
    .select()
    .from(jobs)
    .where(
      and(
        eq(jobs.doneAt, 0),
        lte(jobs.runAt, now),
        or(lte(jobs.lockedUntil, now), gt(jobs.lockedUntil, now + leaseMs)),
        except.length > 0 ? notInArray(jobs.kind, [...except]) : undefined,
      ),
    )
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
