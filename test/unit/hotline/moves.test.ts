import { describe, expect, it } from 'vitest'
import { TICKET_MOVES } from '#shared/hotline/moves.ts'
import { RECTIFICATION_MOVES } from '#shared/ratings/moves.ts'
import type { MoveTable } from '#shared/work/move.ts'

const tables: MoveTable[] = [TICKET_MOVES, RECTIFICATION_MOVES]

function reachableFinals(table: MoveTable, state: string, seen = new Set<string>()): boolean {
  if (table.final.includes(state)) return true
  if (seen.has(state)) return false
  seen.add(state)
  return Object.values(table.moves).some(
    (move) => move.from.includes(state) && reachableFinals(table, move.to, seen),
  )
}

describe.each(tables)('the moves of a $kind', (table) => {
  const states = [...new Set(Object.values(table.moves).flatMap(({ from, to }) => [...from, to]))]

  it.each(states)('lead from %s to an end', (state) => {
    expect(reachableFinals(table, state)).toBe(true)
  })

  it('lead nowhere from an end', () => {
    const leaving = Object.values(table.moves).filter(({ from }) =>
      from.some((state) => table.final.includes(state)),
    )
    expect(leaving).toEqual([])
  })
})
