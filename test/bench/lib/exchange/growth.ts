import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fullLog } from './full-log.ts'
import { startWorker, type Worker } from './worker-process.ts'

/** A city with an empty log and one with a full log, each served by a process of its own. */
export interface Cities {
  empty: Worker
  full: Worker
  stop(): Promise<void>
}

export async function emptyAndFull(): Promise<Cities> {
  const folder = '.data/bench/exchange-empty'
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const full = await cityIn(await fullLog())
  const empty = await cityIn(folder)
  return {
    empty,
    full,
    async stop() {
      await empty.stop()
      await full.stop()
    },
  }
}

function cityIn(folder: string): Promise<Worker> {
  return startWorker({ DATABASE_URL: join(folder, 'yizhan.sqlite'), DATA_DIR: folder })
}
