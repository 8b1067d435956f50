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
 * by a thread of the system, so that the process works on meanwhile.
 * @param sync brings the log to disk; given by tests
 */
export function durabilityOf(file: string, sync?: () => Promise<void>): Durability {
  let log: Promise<FileHandle> | undefined
  let failure: { error: unknown } | undefined

  async function syncLog(): Promise<void> {
    // SQLite keeps the one log as long as the file is open.
    log ??= open(`${file}-wal`, 'r+')
    await (await log).datasync()
  }

  return {
    async durable() {
      if (failure) throw failure.error
      try {
        await (sync ?? syncLog)()
      } catch (error) {
        failure = { error }
        throw error
      }
    },
    async close() {
      await (await log)?.close()
    },
  }
}
