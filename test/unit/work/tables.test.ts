import { describe, expect, test } from 'vitest'
import { RIGHTS } from '#shared/access/rights.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import { openStates } from '#domain/work/scopes.ts'
import type { MoveTable } from '#shared/work/move.ts'

const tables = Object.values(MOVE_TABLES)

function statesOf(table: MoveTable): string[] {
  return [...new Set(Object.values(table.moves).flatMap((move) => [...move.from, move.to]))]
}

/** Every state that can be reached from one. */
function reachable(table: MoveTable, state: string): Set<string> {
  const found = new Set([state])
  for (const each of found)
    for (const move of Object.values(table.moves)) if (move.from.includes(each)) found.add(move.to)
  return found
}

describe.each(tables)('the table of moves of a $kind', (table) => {
  test.each(statesOf(table))('leads from %s to an end', (state) => {
    expect([...reachable(table, state)].some((each) => table.final.includes(each))).toBe(true)
  })

  test('leads from a final state to another end at most: what was decided is undone, never begun again', () => {
    const late = Object.values(table.moves).filter((move) =>
      move.from.some((state) => table.final.includes(state)),
    )
    for (const move of late) {
      expect(table.final).toContain(move.to)
      expect(move.needsNote).toBe(true)
    }
  })

  test('says whose turn it is in every state that staff can end, and only there', () => {
    const rights: readonly string[] = RIGHTS
    for (const state of openStates(table)) {
      const doers = Object.values(table.moves)
        .filter((move) => move.from.includes(state))
        .flatMap((move) => move.by)
      for (const right of table.turn[state] ?? []) expect(doers).toContain(right)
      const waitsForStaff = doers.every((doer) => rights.includes(doer))
      if (waitsForStaff) expect(table.turn).toHaveProperty([state])
    }
  })

  test('reaches every final state it names', () => {
    const ends = new Set(Object.values(table.moves).map((move) => move.to))
    expect(table.final.filter((state) => !ends.has(state))).toEqual([])
  })

  test('gives every move somebody who may make it, and knows their rights', () => {
    for (const move of Object.values(table.moves)) {
      expect(move.by.length).toBeGreaterThan(0)
      for (const doer of move.by) expect(['owner', 'system', ...RIGHTS]).toContain(doer)
    }
  })

  test('names a move of its own wherever it separates duties', () => {
    for (const move of Object.values(table.moves))
      for (const other of move.notBy ?? []) expect(table.moves).toHaveProperty([other])
  })

  test('lets no clock run on in a final state', () => {
    const running = Object.entries(table.moves).filter(
      ([, move]) => table.final.includes(move.to) && typeof move.clock === 'object',
    )
    expect(running).toEqual([])
  })
})
