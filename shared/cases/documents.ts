import type { Move } from '../work/move.ts'
import { CASE_ITEM_MOVES } from './moves.ts'

/** What sending an application produces: the receipt, the application as it was sent, and what was promised with it. */
export const DOCUMENTS_OF_SENDING = ['receipt', 'application', 'commitment'] as const

const MOVES: Readonly<Record<string, Move>> = CASE_ITEM_MOVES.moves

/** The formal document that a move of a case item produces, if any. */
export function documentOfMove(move: string): string | undefined {
  return MOVES[move]?.document
}

/** The moves that produce a formal document. */
export const MOVES_WITH_DOCUMENT = Object.keys(MOVES).filter((move) => documentOfMove(move))

/** Every kind of formal document that cases produce. */
export const DOCUMENTS_OF_CASES: readonly string[] = [
  ...new Set([...DOCUMENTS_OF_SENDING, ...MOVES_WITH_DOCUMENT.flatMap((move) => documentOfMove(move) ?? [])]),
]
