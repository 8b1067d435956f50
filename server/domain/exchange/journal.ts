import { isDataError, isInTransaction } from '#db'
import type { LogRow } from './store/log.ts'
import { writeEntries } from './write-entries.ts'

/** So many rows at most are written by one transaction. */
const MOST_PER_FLUSH = 512

/** A row to write. */
export interface Entry {
  write: 'insert' | 'settle'
  row: LogRow
  /** When the provider last changed what it answered with, if it said so. */
  updatedAt: number | null
  /** Whether the resource was not called after all: then the row says nothing of how well it does. */
  notMade?: boolean
  /** Whether the call is that of another line of the same question: then it is counted there. */
  riding?: boolean
}

/** Why a look-up's end was not written: its row was settled before, as if whoever asked had died. No value may leave. */
export class SettledBefore extends Error {}

interface Waiting extends Entry {
  resolve: () => void
  reject: (error: unknown) => void
}

const waiting: Waiting[] = []
let flushing: Promise<void> | undefined

/**
 * Writes a look-up into the log. Resolves once it is durable: only then may the resource be asked. A row that says
 * already how it ended, such as a refusal, needs no settling.
 */
export function record(row: LogRow, more: Pick<Entry, 'riding'> = {}): Promise<void> {
  return put({ write: 'insert', row, updatedAt: null, ...more })
}

/**
 * Writes how a look-up ended. Resolves once it is durable: only then may values leave.
 * @throws SettledBefore
 */
export function settle(
  row: LogRow,
  more: Partial<Pick<Entry, 'updatedAt' | 'notMade' | 'riding'>> = {},
): Promise<void> {
  return put({ write: 'settle', row, updatedAt: null, ...more })
}

/** How many rows wait to be written: what can wait itself, waits while there are some. */
export function journalLoad(): number {
  return waiting.length
}

function put(entry: Entry): Promise<void> {
  // It would wait for a writer that waits for it.
  if (isInTransaction()) return Promise.reject(new Error('a register was asked within a transaction'))
  return new Promise((resolve, reject) => {
    waiting.push({ ...entry, resolve, reject })
    flushing ??= flushAll()
  })
}

/** One transaction at a time; what arrives meanwhile goes into the next one together. */
async function flushAll(): Promise<void> {
  while (waiting.length > 0) await flush()
  flushing = undefined
}

async function flush(): Promise<void> {
  let batch: Waiting[] = []
  const take = () => {
    // Only when it is our turn to write, and once: a transaction may be tried again.
    if (batch.length === 0) batch = waiting.splice(0, MOST_PER_FLUSH)
    return batch
  }
  try {
    const late = await writeEntries(take)
    end(batch, late)
  } catch (error) {
    // What the database cannot take of one must not cost the others their rows.
    if (isDataError(error) && batch.length > 1) for (const each of batch) await writeAlone(each)
    else for (const { reject } of take()) reject(error)
  }
}

async function writeAlone(entry: Waiting): Promise<void> {
  try {
    const late = await writeEntries(() => [entry])
    end([entry], late)
  } catch (error) {
    entry.reject(error)
  }
}

function end(batch: readonly Waiting[], late: ReadonlySet<Entry>): void {
  for (const entry of batch) {
    if (late.has(entry)) entry.reject(new SettledBefore(`look-up ${entry.row.id} was settled before`))
    else entry.resolve()
  }
}
