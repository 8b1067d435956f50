import type { Tx } from '#db'
import { dueJobs, lockJob, updateJob, type JobRow } from './store.ts'

export type { JobRow } from './store.ts'

/** A runner has a job for this long; after a crash another takes it up. */
const LEASE_MS = 60_000

/** Waits between attempts: 1 s, 4 s, 16 s … at most an hour, for about three days in all. */
const MOST_ATTEMPTS = 80

/** So many are looked at when several runners race for the first. */
const LOOK_AT = 8

/** Takes the next job that is due, so that no other runner has it; none of the kinds of `except`. */
export async function claimNext(
  tx: Tx,
  now: number,
  except: readonly string[] = [],
): Promise<JobRow | undefined> {
  for (const job of await dueJobs(tx, now, { leaseMs: LEASE_MS, limit: LOOK_AT, except })) {
    const taken = await lockJob(tx, job, now + LEASE_MS)
    if (taken) return taken
  }
  return undefined
}

export async function finish(tx: Tx, job: JobRow, now: number): Promise<void> {
  await updateJob(tx, job.id, { doneAt: now, error: null })
}

/** Puts a job back for a later attempt, or gives it up with its error for a person to see. */
export async function fail(tx: Tx, job: JobRow, now: number, error: string): Promise<void> {
  const wait = Math.min(3_600_000, 1000 * 4 ** Math.min(job.attempts - 1, 6))
  const gaveUp = job.attempts >= MOST_ATTEMPTS
  await updateJob(tx, job.id, { error, lockedUntil: 0, runAt: now + wait, ...(gaveUp && { doneAt: now }) })
}
