import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { didIt, personsOf } from '../access/stand-in.ts'
import type { Doer, Move, MoveTable } from './move.ts'

/** What the engine must know of a work item to say which moves are possible. */
export interface Movable {
  state: string
  unit: string
  ownerId: string
  doers: Readonly<Record<string, string>>
  /** The member of staff who has it on their desk; nobody by default. */
  assignee?: string
}

/** Whether what a move names beyond its table holds for the item at hand. */
export type Must = (condition: string) => boolean

/**
 * The names of the moves an actor can make now: the same answer for buttons, for the API and for refusals.
 * @param holds judges what a move names beyond its table; without it everything that is named holds
 */
export function possibleMoves(
  table: MoveTable,
  item: Movable,
  actor: Actor,
  holds: Must = () => true,
): string[] {
  return Object.entries(table.moves)
    .filter(([name, move]) => isPossible(name, move, item, actor) && (!move.must || holds(move.must)))
    .map(([name]) => name)
}

export function isPossible(name: string, move: Move, item: Movable, actor: Actor): boolean {
  return (
    move.from.includes(item.state) &&
    !isHeldByOther(item, actor) &&
    move.by.some((doer) => isDoer(doer, item, actor)) &&
    !(move.once && name in item.doers) &&
    // Two people must see an item; what a rule does is seen by whoever made the rule.
    !(actor.kind !== 'system' && move.notBy?.some((other) => didIt(actor, item.doers[other])))
  )
}

/** Whether another member of staff has it on their desk: then nobody else at the desk can move it. */
export function isHeldByOther({ assignee = '' }: Pick<Movable, 'assignee'>, actor: Actor): boolean {
  return actor.kind === 'staff' && assignee !== '' && !personsOf(actor).includes(assignee)
}

function isDoer(doer: Doer, item: Movable, actor: Actor): boolean {
  if (doer === 'owner') return actor.kind === 'person' && actor.id === item.ownerId
  if (doer === 'system') return actor.kind === 'system'
  return can(actor, doer, item.unit)
}
