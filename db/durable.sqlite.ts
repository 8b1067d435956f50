import { fdatasync, fdatasyncSync, openSync, closeSync } from 'node:fs'
import { promisify } from 'node:util'

/** A disk that took no longer than this is waited for: waking a thread takes as long. Milliseconds. */
const QUICK_MS = 0.5

/** Brings the log to disk: at once, with the whole process waiting, or by a thread of the system. */
export interface Disk {
  now(): void
  meanwhile(): Promise<void>
  close(): void
}

/** Tells when what was committed is on disk. */
export interface Durability {
  /**
   * Resolves once everything committed before the call is on disk.
   * @throws when the disk failed: from then on always, since nobody knows what it kept
   */
  durable(): Promise<void>
  close(): void
}

/**
 * Durability of a SQLite file whose commits only write its log (`synchronous=NORMAL`): the log is brought to disk here.
 * While the disk is slow the process works on.
 */
export function durabilityOf(disk: Disk): Durability {
  let took = 0
  let failure: { error: unknown } | undefined
  return {
    async durable() {
      if (failure) throw failure.error
      const from = performance.now()
      try {
        if (took <= QUICK_MS) disk.now()
        else await disk.meanwhile()
      } catch (error) {
        failure = { error }
        throw error
      }
      took = performance.now() - from
    },
    close: () => disk.close(),
  }
}

/** The log of a SQLite file: the same as long as the file is open. It is there once something was written. */
export function logOf(file: string): Disk {
  let opened: number | undefined
  const log = () => (opened ??= openSync(`${file}-wal`, 'r+'))
  return {
    now: () => fdatasyncSync(log()),
    meanwhile: () => promisify(fdatasync)(log()),
    close() {
      if (opened !== undefined) closeSync(opened)
    },
  }
}
