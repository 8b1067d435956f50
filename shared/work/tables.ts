import { CASE_ITEM_MOVES } from '../cases/moves.ts'
import { OBJECTION_MOVES } from '../exchange/objection-moves.ts'
import { QUESTION_MOVES } from '../exchange/question-moves.ts'
import { SUBSCRIPTION_MOVES } from '../exchange/subscription-moves.ts'
import { TICKET_MOVES } from '../hotline/moves.ts'
import { RECTIFICATION_MOVES } from '../ratings/moves.ts'
import type { MoveTable, WorkKind } from './move.ts'

/** Every table of moves, by the kind of work item it governs. */
export const MOVE_TABLES: Readonly<Record<WorkKind, MoveTable>> = {
  caseItem: CASE_ITEM_MOVES,
  ticket: TICKET_MOVES,
  rectification: RECTIFICATION_MOVES,
  subscription: SUBSCRIPTION_MOVES,
  dataObjection: OBJECTION_MOVES,
  lookupQuestion: QUESTION_MOVES,
}
