import { CASE_ITEM_MOVES } from './moves.ts'

/** The states of a case item by the code that other systems know them by, domain.md §2.6. */
export const CASE_ITEM_CODES = {
  submitted: 12,
  returned: 14,
  prepassed: 16,
  awaiting: 20,
  received: 22,
  correcting: 24,
  refused: 26,
  'not-ours': 28,
  waiting: 30,
  tolerated: 32,
  reviewing: 34,
  amending: 24,
  extending: 34,
  proposed: 34,
  special: 36,
  publicising: 36,
  suspended: 38,
  deciding: 50,
  held: 50,
  denied: 51,
  issued: 60,
  posted: 60,
  delivered: 62,
  granted: 90,
  withdrawn: 96,
  lapsed: 97,
  cancelled: 97,
  revoked: 98,
} as const

export type CaseItemState = keyof typeof CASE_ITEM_CODES

/** States in which what an item gives can be counted on: others that need it may start. */
export const GIVEN: readonly string[] = ['issued', 'undelivered', 'posted', 'delivered', 'granted']

/** States in which an item can no longer give anything. */
export const ENDED_WITHOUT: readonly string[] = CASE_ITEM_MOVES.final.filter((state) => state !== 'granted')

/** A result on paper lies at the counter: made, or come back by post. */
export function liesAtCounter(state: string): boolean {
  return state === 'issued' || state === 'undelivered'
}
