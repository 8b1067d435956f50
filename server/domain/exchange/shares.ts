import { dayOf } from '#shared/calendar/day.ts'
import { grantFor } from '../grants/index.ts'

/** What one department may ask for one of its items: the part of a question that is put in its name. */
export interface Share {
  unit: string
  item: string
  /** Fields that are wanted and granted to it. */
  asked: readonly string[]
}

/** At least one; the first has most. */
export type Shares = readonly [Share, ...Share[]]

/**
 * Deals out the fields that are wanted, of those that the grants of the items' departments allow on the day: to as few
 * departments as can be, each what it is granted itself. None when nobody may ask any of it.
 */
export function sharesOf(
  resource: string,
  items: readonly string[],
  wants: readonly string[],
  at: number,
): Shares | null {
  const grants = grantFor(resource, items, dayOf(at))
  const shares: Share[] = []
  let left = [...new Set(wants)]
  for (;;) {
    const best = largest(grants, left)
    if (!best) break
    shares.push(best)
    left = left.filter((field) => !best.asked.includes(field))
  }
  const [first, ...others] = shares
  return first ? [first, ...others] : null
}

/** The grant that allows most of the fields; of equal ones the first. */
function largest(grants: ReturnType<typeof grantFor>, fields: readonly string[]): Share | undefined {
  let best: Share | undefined
  for (const { unit, item, fields: granted } of grants) {
    const asked = fields.filter((field) => granted.includes(field))
    if (asked.length > (best?.asked.length ?? 0)) best = { unit, item, asked }
  }
  return best
}
