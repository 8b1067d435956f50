import type { Reader } from '#db'
import { firstIdAt } from '#shared/id.ts'
import { readSetting } from '../settings/index.ts'
import { SIGNALLED } from './due.ts'
import { changesOf, eventIdsSince, type WorkChange } from './store/changes.ts'

/** News since the last reading. `flood`: so much that nobody tells it one by one; `signalled`: due marks moved. */
export interface News {
  changes: WorkChange[]
  flood: boolean
  signalled: boolean
}

export interface ChangeFeed {
  read(reader: Reader, now: number): Promise<News>
}

/**
 * So far back events are read again: a transaction may end after a later one, and clocks of instances may differ by as
 * much.
 */
const WINDOW_MS = 5000

/** More at once are not told one by one. */
const MOST = 2000

/**
 * Reads what happened to work on all instances, each event once. Ids of events are made from the moment, so that the
 * window is a run along the key.
 */
export function changeFeed(): ChangeFeed {
  let newest = 0
  let signal: unknown
  let begun = false
  const seen = new Set<string>()

  async function read(reader: Reader, now: number): Promise<News> {
    const since = firstIdAt(Math.max(0, (begun ? Math.min(newest, now) : now) - WINDOW_MS))
    const [ids, told] = [await eventIdsSince(reader, since, MOST + 1), await readSetting(reader, SIGNALLED)]
    const signalled = begun && told !== signal
    signal = told
    begun = true
    const flood = ids.length > MOST
    const fresh = flood ? [] : ids.filter((id) => !seen.has(id))
    // What is older than the window is never read again.
    for (const id of seen) if (id < since) seen.delete(id)
    for (const id of fresh) seen.add(id)
    newest = flood ? now : Math.max(newest, timeOf(ids.at(-1)))
    return { changes: await changesOf(reader, fresh), flood, signalled }
  }

  return { read }
}

/** The moment an event's id was made from. */
function timeOf(id: string | undefined): number {
  return id === undefined ? 0 : Number.parseInt(id.replace('-', '').slice(0, 12), 16)
}
