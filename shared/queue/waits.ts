const MINUTE_MS = 60_000

/** Waits are counted in slots of so long; the figures of an hour are a dozen rows for each business. */
export const WAIT_SLOT_MS = 5 * MINUTE_MS

/** How far back the median told to the public looks. */
export const WAIT_WINDOW_MS = 60 * MINUTE_MS

/** Upper ends of the classes in which waits are counted, minutes; the last class has none. */
const EDGES = [1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 50, 60, 90, 120]

/** The class of a wait in milliseconds. */
export function waitClassOf(ms: number): number {
  const place = EDGES.findIndex((edge) => ms < edge * MINUTE_MS)
  return place === -1 ? EDGES.length : place
}

/** The slot a moment's wait is counted in: when it began. */
export function waitSlotOf(at: number): number {
  return at - (at % WAIT_SLOT_MS)
}

/**
 * The median of waits, whole minutes, from how many fell into each class; null without any. Within the class of the
 * median, waits count as evenly spread.
 */
export function medianWait(counts: ReadonlyMap<number, number>): number | null {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (all === 0) return null
  let before = 0
  for (const [place, edge] of [...EDGES, 0].entries()) {
    const here = counts.get(place) ?? 0
    if (here > 0 && before + here >= all / 2) {
      const from = EDGES[place - 1] ?? 0
      return place === EDGES.length ? from : Math.round(from + ((all / 2 - before) / here) * (edge - from))
    }
    before += here
  }
  return null
}
