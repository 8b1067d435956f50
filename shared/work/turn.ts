import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import type { Right } from '../access/rights.ts'
import type { MoveTable } from './move.ts'
import { isPossible, type Movable } from './possible.ts'

/**
 * Whether somebody who has an item on their desk keeps it when it moves: as long as it stays the turn of the same
 * rights, also while somebody else is waited for and it comes back.
 */
export function keepsHolder(table: MoveTable, from: string, to: string): boolean {
  if (table.final.includes(to)) return false
  const [before, after] = [turnAfter(table, from), turnAfter(table, to)]
  return before.length > 0 && String(before) === String(after)
}

/**
 * Who has an item on their desk after a move: whoever had it, while it stays in the department and its turn, or while
 * they made the move themselves and can go on with it.
 */
export function holderAfter(
  table: MoveTable,
  before: Movable & { assignee: string },
  after: Movable,
  actor: Actor,
): string {
  if (before.assignee === '' || before.unit !== after.unit || table.final.includes(after.state)) return ''
  const stays =
    keepsHolder(table, before.state, after.state) || (actor.kind === 'staff' && canHave(table, after, actor))
  return stays ? before.assignee : ''
}

/**
 * Whether a member of staff can have an item on their desk: it is their turn, or will be when it comes back, and there
 * is something they may do, which separation of duty can rule out.
 */
export function canHave(table: MoveTable, item: Movable, actor: Actor): boolean {
  const free = { ...item, assignee: '' }
  const rights = turnAfter(table, item.state).filter((right) => can(actor, right, item.unit))
  if (!table.turn[item.state]) return rights.length > 0
  return Object.entries(table.moves).some(
    ([name, move]) => rights.some((right) => move.by.includes(right)) && isPossible(name, move, free, actor),
  )
}

/** The rights whose turn it is in a state; where staff wait for somebody, whose turn it will be next. */
export function turnAfter(table: MoveTable, state: string): Right[] {
  const now = table.turn[state]
  if (now) return [...now].sort()
  const next = Object.values(table.moves)
    .filter((move) => move.from.includes(state))
    .flatMap((move) => table.turn[move.to] ?? [])
  return [...new Set(next)].sort()
}
