import type { LookCard } from '#shared/exchange/my-view.ts'
import type { Look } from '../act.ts'
import { byOf, groundOf, lineOf, matterOf, type Around } from './present.ts'
import type { LogRow } from './store/log.ts'

/** Look-ups of one matter within so many milliseconds of each other are one occasion. */
const ONE_OCCASION_MS = 60_000

/** Puts the look-ups of one moment and matter together, so that an application with eight of them reads as one. */
export function cardsOf(look: Look, rows: readonly LogRow[], around: Around): LookCard[] {
  return occasionsOf(rows).map((together) => {
    const [first] = together
    const grounds = new Set(together.map(({ groundKind, ground }) => `${groundKind} ${ground}`))
    const oldest = together.at(-1) ?? first
    return {
      at: oldest.at,
      matterKind: first.matterKind,
      matter: matterOf(first, around),
      by: byOf(first, around, look),
      ground: grounds.size === 1 ? groundOf(first, around, look) : null,
      lines: together.map((row) => lineOf(row, around, look)),
    }
  })
}

function occasionsOf(rows: readonly LogRow[]): [LogRow, ...LogRow[]][] {
  const occasions: [LogRow, ...LogRow[]][] = []
  for (const row of rows) {
    const last = occasions.at(-1)
    if (last && isOneOccasion(last[0], row)) last.push(row)
    else occasions.push([row])
  }
  return occasions
}

function isOneOccasion(one: LogRow, other: LogRow): boolean {
  return (
    one.matterId === other.matterId &&
    one.actorKind === other.actorKind &&
    one.actorId === other.actorId &&
    Math.abs(one.at - other.at) <= ONE_OCCASION_MS
  )
}
