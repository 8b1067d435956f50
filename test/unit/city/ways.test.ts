import { describe, expect, it } from 'vitest'
import {
  decidedBy,
  ENDED,
  ENDED_TOGETHER,
  UNDER_WAY,
  UNDER_WAY_TOGETHER,
} from '../../../scripts/cases/ways.ts'
import { CASE_ITEM_MOVES } from '../../../shared/cases/moves.ts'
import type { Move } from '../../../shared/work/move.ts'
import { city } from '../../e2e/support/city.ts'

const moves: Readonly<Record<string, Move>> = CASE_ITEM_MOVES.moves
const final: readonly string[] = CASE_ITEM_MOVES.final

/** Where a way leads; null when the table does not allow it. */
function endOf(way: readonly string[]): string | null {
  let state = 'received'
  for (const name of way) {
    const move = moves[name]
    if (!move?.from.includes(state)) return null
    state = move.to
  }
  return state
}

const [oneEye, fourEyes] = [false, true].map((four) => {
  const [item] = city.items
  if (!item) throw new Error('the city has no items')
  return { ...item, fourEyes: four }
})

describe.each([
  ['one person decides', oneEye],
  ['two people decide', fourEyes],
])('the ways an item of a made city may have gone, where %s', (_name, item) => {
  const led = (ways: readonly { moves: readonly string[] }[]) =>
    ways.map((way) => endOf(item ? decidedBy(item, way.moves as never) : []))
  const together = (ways: typeof ENDED_TOGETHER) =>
    led(ways.flatMap(({ first, others }) => [{ moves: first }, { moves: others }]))

  it('lead to an end where they ended', () => {
    for (const state of [...led(ENDED), ...together(ENDED_TOGETHER)]) expect(final).toContain(state)
  })

  it('lead through lawful moves to an open state where they are under way', () => {
    const states = led(UNDER_WAY)
    expect(states).not.toContain(null)
    for (const state of states) expect(final).not.toContain(state)
    expect(together(UNDER_WAY_TOGETHER)).not.toContain(null)
  })

  it('reach every state that waits for staff and needs no other day', () => {
    const waits = Object.keys(CASE_ITEM_MOVES.turn).filter(
      (state) => !['submitted', 'awaiting'].includes(state),
    )
    expect(led(UNDER_WAY)).toEqual(expect.arrayContaining(waits))
  })
})
