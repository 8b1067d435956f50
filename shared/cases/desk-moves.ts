import type { CASE_ITEM_MOVES } from './moves.ts'

/** What staff do with one item on its own page: every move that a right allows, by its name in the table. */
export const DESK_MOVES = [
  'passPreReview',
  'returnPreReview',
  'expect',
  'receive',
  'refuse',
  'redirect',
  'startProcedure',
  'endProcedure',
  'askInReview',
  'publicise',
  'suspend',
  'unsuspend',
  'askExtension',
  'extend',
  'declineExtension',
  'propose',
  'sendBack',
  'approveGrant',
  'approveDenial',
  'grant',
  'deny',
  'retry',
  'post',
  'deliver',
  'revoke',
] as const satisfies readonly (keyof typeof CASE_ITEM_MOVES.moves)[]

export type DeskMove = (typeof DESK_MOVES)[number]
