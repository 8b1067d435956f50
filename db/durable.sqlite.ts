import { open, type FileHandle } from 'node:fs/promises'

/** Tells when what was committed is on disk. */
export interface Durability {
  /**
   * Resolves once everything committed before the call is on disk.
   * @throws when the disk failed: from then on always, since nobody knows what it kept
   */
  durable(): Promise<void>
  close(): Promise<void>
}

/**
 * Durability of a SQLite file whose commits only write its log (`synchronous=NORMAL`): the log is brought to disk here,
 * by a thread of the system, so that the process works on meanwhile. All who wait while the disk is busy share the next turn.
 * @param sync brings the log to disk; given by tests
 */
export function durabilityOf(file: string, sync?: () => Promise<void>): Durability {
  let log: Promise<FileHandle> | undefined
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined

  async function syncLog(): Promise<void> {
    // SQLite keeps the one log as long as the file is open.
    log ??= open(`${file}-wal`, 'r+')
    await (await log).datasync()
  }

  function turn(): Promise<void> {
    next = undefined
    return (sync ?? syncLog)()
  }

  return {
    durable() {
      // One turn after the other: after a failed one all fail.
      if (!next) {
        next = running.then(turn)
        running = next
        // Whoever waits is told.
        next.catch(() => {})
      }
      return next
    },
    async close() {
      await running.catch(() => {})
      await (await log)?.close()
    },
  }
}
