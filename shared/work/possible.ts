import type { Actor } from '../access/actor.ts'
import { actorId } from '../access/actor.ts'
import { can } from '../access/can.ts'
import type { Doer, Move, MoveTable } from './move.ts'

/** What the engine must know of a work item to say which moves are possible. */
export interface Movable {
  state: string
  unit: string
  ownerId: string
  doers: Readonly<Record<string, string>>
}

/** The names of the moves an actor can make now: the same answer for buttons, for the API and for refusals. */
export function possibleMoves(table: MoveTable, item: Movable, actor: Actor): string[] {
  return Object.entries(table.moves)
    .filter(([, move]) => isPossible(move, item, actor))
    .map(([name]) => name)
}

export function isPossible(move: Move, item: Movable, actor: Actor): boolean {
  return (
    move.from.includes(item.state) &&
    move.by.some((doer) => isDoer(doer, item, actor)) &&
    // Two people must see an item; what a rule does is seen by whoever made the rule.
    !(move.notBy && actor.kind !== 'system' && item.doers[move.notBy] === actorId(actor))
  )
}

function isDoer(doer: Doer, item: Movable, actor: Actor): boolean {
  if (doer === 'owner') return actor.kind === 'person' && actor.id === item.ownerId
  if (doer === 'system') return actor.kind === 'system'
  return can(actor, doer, item.unit)
}
