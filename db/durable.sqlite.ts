import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { promisify } from 'node:util'

const sync = promisify(fdatasync)

/** A disk that took no longer than this is waited for: waking a thread takes as long. Milliseconds. */
const QUICK_MS = 0.5

/** Brings the log to disk: at once, with the whole process waiting, or by a thread of the system. */
export interface Disk {
  now(): void
  meanwhile(): Promise<void>
}

/**
 * Durability of a SQLite file whose commits only write its log (`synchronous=NORMAL`). Answers a function that resolves
 * once everything committed before its call is on disk; while the disk is slow the process works on. When the disk
 * failed it throws, from then on always, since nobody knows what it kept.
 */
export function durableOn(disk: Disk): () => Promise<void> {
  let took = 0
  let failure: { error: unknown } | undefined
  return async () => {
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
  }
}

/** The log of a SQLite file: the same as long as the file is open. It is there once something was written. */
export function logOf(file: string): Disk & { close(): void } {
  let opened: number | undefined
  const log = () => (opened ??= openSync(`${file}-wal`, 'r+'))
  return {
    now: () => fdatasyncSync(log()),
    meanwhile: () => sync(log()),
    close() {
      if (opened !== undefined) closeSync(opened)
    },
  }
}
