import { transaction } from '#db'
import { enqueue } from '#domain/jobs/index.ts'
import type { RecurringKind } from '../reactions.ts'

const HOUR_MS = 3_600_000

/** All recurring work: what, and how often. */
const RECURRING: readonly { kind: RecurringKind; everyMs: number }[] = [
  { kind: 'housekeeping.purge', everyMs: HOUR_MS },
  { kind: 'work.due', everyMs: HOUR_MS / 60 },
  { kind: 'work.idle', everyMs: HOUR_MS },
  { kind: 'forms.expire', everyMs: HOUR_MS },
  { kind: 'screens.tick', everyMs: HOUR_MS / 60 },
  { kind: 'parcels.tick', everyMs: HOUR_MS / 12 },
  { kind: 'notices.reports', everyMs: HOUR_MS / 12 },
  { kind: 'queue.tick', everyMs: HOUR_MS / 12 },
  { kind: 'grants.tick', everyMs: HOUR_MS },
  { kind: 'exchange.watch', everyMs: HOUR_MS },
  { kind: 'provider.nonces', everyMs: HOUR_MS },
  { kind: 'exchange.settle', everyMs: HOUR_MS / 12 },
  { kind: 'exchange.archive', everyMs: HOUR_MS },
]

const written = new Map<string, number>()

/** Due before everything else: what recurs is done on time, however much waits. */
const FIRST = 0

/**
 * Writes a job for every slot of time that has begun. The slot is the job's key, so that several instances race on a
 * unique index instead of a lock.
 */
export async function scheduleRecurring(now: number): Promise<void> {
  for (const { kind, everyMs } of RECURRING) {
    const slot = Math.floor(now / everyMs)
    if (written.get(kind) === slot) continue
    await transaction((tx) =>
      enqueue({ tx, at: now }, { kind, key: String(slot), payload: {}, runAt: FIRST }),
    )
    written.set(kind, slot)
  }
}
