import type { Reader } from '#db'
import { screensChangedSince } from '#domain/screens/index.ts'

/** So far back changes are read again: a transaction may end after a later one. */
const WINDOW_MS = 5000

/** Tells whose second screens changed since the last reading, each change once; on all instances. */
export function screenFeed(): (reader: Reader, now: number) => Promise<ReadonlySet<string>> {
  let told = new Map<string, number>()
  let begun = false
  return async (reader, now) => {
    const changed = await screensChangedSince(reader, now - WINDOW_MS)
    const fresh = changed.filter(({ id, version }) => told.get(id) !== version)
    told = new Map(changed.map(({ id, version }) => [id, version]))
    // What happened before somebody listened they read for themselves.
    const clerks = begun ? fresh.map(({ clerkId }) => clerkId) : []
    begun = true
    return new Set(clerks)
  }
}
