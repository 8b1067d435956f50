import { transaction } from '#db'
import { now } from '#domain/clock.ts'
import { claimNext, fail, finish, type JobRow } from '#domain/jobs/index.ts'
import type { JobKind, RecurringKind } from '../reactions.ts'
import { log } from '../utils/log.ts'
import { HANDLERS } from './handlers.ts'
import { scheduleRecurring } from './schedule.ts'

/** With nothing to do, the runner looks again after this long; a nudge wakes it at once. */
const IDLE_MS = 1000

/**
 * Jobs that wait for somebody outside: so many of them are done beside the others at a time, so that a gateway that
 * hangs keeps nothing else waiting.
 */
const OUTWARD: readonly string[] = ['notices.deliver']
const OUTWARD_AT_ONCE = 16

const outward = new Set<Promise<void>>()

let stopping = false
let wake: (() => void) | undefined
let loop: Promise<void> | undefined

/** Starts the runner of this process, unless `JOBS=off`. */
export function startJobs(): void {
  if (process.env.JOBS === 'off' || loop) return
  stopping = false
  loop = runLoop()
}

/** Lets the job in hand end and stops. */
export async function stopJobs(): Promise<void> {
  stopping = true
  nudgeJobs()
  await loop
  await Promise.all(outward)
  loop = undefined
}

/** Tells the runner that there is work, after a commit. */
export function nudgeJobs(): void {
  wake?.()
}

/**
 * Does every job that is due, in order; answers how many. Used by tests and by the loop.
 * @param before done before each: what recurs must not wait until everything else is done
 */
export async function runDueJobs(time: () => number = now, before?: () => Promise<void>): Promise<number> {
  let done = 0
  for (;;) {
    if (stopping && loop) return done
    await before?.()
    const full = outward.size >= OUTWARD_AT_ONCE
    const job = await transaction((tx) => claimNext(tx, time(), full ? OUTWARD : []))
    if (job) {
      if (OUTWARD.includes(job.kind)) runBeside(job, time)
      else await runJob(job, time)
      done += 1
    } else if (outward.size === 0 || (loop && !full)) return done
    else await Promise.race(outward)
  }
}

function runBeside(job: JobRow, time: () => number): void {
  const running: Promise<void> = runJob(job, time).finally(() => {
    outward.delete(running)
    nudgeJobs()
  })
  outward.add(running)
}

async function runJob(job: JobRow, time: () => number): Promise<void> {
  try {
    const handler = HANDLERS[job.kind as JobKind | RecurringKind]
    if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`)
    await handler(job.payload as Record<string, string>, time())
    await transaction((tx) => finish(tx, job, time()))
  } catch (error) {
    log.error('job failed', { kind: job.kind, key: job.key, attempt: job.attempts, error: messageOf(error) })
    await transaction((tx) => fail(tx, job, time(), messageOf(error)))
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function runLoop(): Promise<void> {
  while (!stopping) {
    try {
      await runDueJobs(now, () => scheduleRecurring(now()))
    } catch (error) {
      log.error('the job runner stumbled', { error: messageOf(error) })
    }
    if (stopping) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    wake = undefined
  }
}
