import { and, asc, eq, lte } from 'drizzle-orm'
import type { Tx } from '#db'
import { jobs } from '#db/schema/jobs.ts'

export type JobRow = typeof jobs.$inferSelect

/** A runner has a job for this long; after a crash another takes it up. */
const LEASE_MS = 60_000

/** Waits between attempts: 1 s, 4 s, 16 s … at most an hour, for about three days in all. */
const MOST_ATTEMPTS = 80

/** Takes the next job that is due, so that no other runner has it. */
export async function claimNext(tx: Tx, now: number): Promise<JobRow | undefined> {
  const due = await tx
    .select()
    .from(jobs)
    .where(and(eq(jobs.doneAt, 0), lte(jobs.runAt, now), lte(jobs.lockedUntil, now)))
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(8)
  for (const job of due) {
    const taken = await tx
      .update(jobs)
      .set({ lockedUntil: now + LEASE_MS, attempts: job.attempts + 1 })
      .where(and(eq(jobs.id, job.id), eq(jobs.lockedUntil, job.lockedUntil), eq(jobs.doneAt, 0)))
      .returning()
    if (taken[0]) return taken[0]
  }
  return undefined
}

export async function finish(tx: Tx, job: JobRow, now: number): Promise<void> {
  await tx.update(jobs).set({ doneAt: now, error: null }).where(eq(jobs.id, job.id))
}

/** Puts a job back for a later attempt, or gives it up with its error for a person to see. */
export async function fail(tx: Tx, job: JobRow, now: number, error: string): Promise<void> {
  const wait = Math.min(3_600_000, 1000 * 4 ** Math.min(job.attempts - 1, 6))
  const gaveUp = job.attempts >= MOST_ATTEMPTS
  await tx
    .update(jobs)
    .set({ error, lockedUntil: 0, runAt: now + wait, ...(gaveUp && { doneAt: now }) })
    .where(eq(jobs.id, job.id))
}
