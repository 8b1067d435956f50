import type Database from 'better-sqlite3'
import type { Tx } from './engine.ts'

/** How many waiting transactions share one commit at most. */
const MOST_PER_COMMIT = 64

interface Waiting {
  work: (tx: Tx) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown }

export interface WriteQueue {
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>
}

/**
 * One writer, one queue, group commit: writers that wait together share one commit. Each runs in its own savepoint,
 * so a failure rolls back its own work only; all are answered after the one commit is on disk.
 * @param durable resolves once what was committed is on disk
 */
export function makeWriteQueue(
  connection: Database.Database,
  tx: Tx,
  durable: () => Promise<void>,
): WriteQueue {
  const waiting: Waiting[] = []
  const begin = connection.prepare('begin immediate')
  const commit = connection.prepare('commit')
  const rollback = connection.prepare('rollback')
  const savepoint = connection.prepare('savepoint writer')
  const release = connection.prepare('release writer')
  const undo = connection.prepare('rollback to writer')
  let draining: Promise<void> | undefined

  async function attempt({ work }: Waiting): Promise<Outcome> {
    savepoint.run()
    try {
      const value = await work(tx)
      release.run()
      return { ok: true, value }
    } catch (error) {
      undo.run()
      release.run()
      return { ok: false, error }
    }
  }

  async function commitTogether(batch: readonly Waiting[]): Promise<void> {
    const outcomes: Outcome[] = []
    try {
      begin.run()
      for (const each of batch) outcomes.push(await attempt(each))
      commit.run()
      await durable()
    } catch (error) {
      if (connection.inTransaction) rollback.run()
      for (const each of batch) each.reject(error)
      return
    }
    outcomes.forEach((outcome, i) => {
      if (outcome.ok) batch[i]?.resolve(outcome.value)
      else batch[i]?.reject(outcome.error)
    })
  }

  /** Waits a turn of the event loop, and on as long as each brings more: what arrives together commits together. */
  async function gathered(): Promise<number> {
    let before = -1
    while (waiting.length > before && waiting.length < MOST_PER_COMMIT) {
      before = waiting.length
      await new Promise(setImmediate)
    }
    return waiting.length
  }

  async function drain(): Promise<void> {
    while ((await gathered()) > 0) await commitTogether(waiting.splice(0, MOST_PER_COMMIT))
    draining = undefined
  }

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
        draining ??= drain()
      }),
    async idle() {
      while (draining) await draining
    },
  }
}
