import { read } from '#db'
import { isValidOn } from '#shared/exchange/grant.ts'
import { grantsStamp, openGrants, type GrantRow } from './store.ts'

/** What allows a department to ask: which fields, for which item. */
export interface GrantInForce {
  id: string
  /** Code of the department. */
  unit: string
  /** Code of the item, or `policy:` and the code of a policy. */
  item: string
  fields: readonly string[]
}

let stamp: string | undefined
/** How often grants that were changed here were taken over. */
let kept = 0
let byKey: ReadonlyMap<string, readonly GrantRow[]> = new Map()

function keyOf(resource: string, item: string): string {
  return `${resource} ${item}`
}

/** Reads the grants if any of them changed; answers whether one did. */
export async function reloadGrants(): Promise<boolean> {
  const before = kept
  const now = await grantsStamp(read())
  if (now === stamp) return false
  const map = new Map<string, GrantRow[]>()
  for (const row of await openGrants(read())) {
    const key = keyOf(row.resource, row.item)
    const rows = map.get(key)
    if (rows) rows.push(row)
    else map.set(key, [row])
  }
  // What was read may be from before a change that was taken over meanwhile.
  if (kept !== before) return reloadGrants()
  byKey = map
  stamp = now
  return true
}

/**
 * The grants under which a resource may be asked for any of these items on a day, in the order of the items. From
 * memory; a grant whose last day is over is none, however old the memory is.
 * @param day `YYYY-MM-DD` in the city's time
 */
export function grantFor(resource: string, items: readonly string[], day: string): GrantInForce[] {
  return items.flatMap((item) =>
    (byKey.get(keyOf(resource, item)) ?? []).filter((grant) => isValidOn(grant, day)),
  )
}

/** Takes over grants that were just changed here, before they are read again. */
export function keepGrants(rows: readonly GrantRow[]): void {
  const map = new Map(byKey)
  for (const row of rows) {
    const key = keyOf(row.resource, row.item)
    const others = (map.get(key) ?? []).filter(({ id }) => id !== row.id)
    map.set(key, row.state === 'active' ? [...others, row] : others)
  }
  byKey = map
  kept += 1
}
