import type { DeskMove } from './desk-moves.ts'

/** Decisions: taken on the one form with the points of review and the opinion. */
export const DECISIONS: readonly string[] = [
  'grant',
  'deny',
  'propose',
  'approveGrant',
  'approveDenial',
  'sendBack',
] satisfies DeskMove[]

/** A button alone, with the key that presses it. */
export const PLAIN: Partial<Record<DeskMove, string>> = {
  publicise: 'P',
  passPreReview: 'Y',
  receive: 'Y',
  endProcedure: 'Y',
  unsuspend: 'Y',
  retry: 'Y',
}

export type MoveField = 'days' | 'elements' | 'materials' | 'carrier' | 'trackingNo' | 'handing' | 'note'

/** Moves with fields of their own, in the order in which they are offered. */
export const WITH_FIELDS: Partial<Record<DeskMove, readonly MoveField[]>> = {
  extend: ['days', 'note'],
  declineExtension: ['note'],
  deliver: ['handing'],
  post: ['carrier', 'trackingNo'],
  returnPreReview: ['elements', 'materials', 'note'],
  expect: ['note'],
  askInReview: ['elements', 'materials', 'note'],
  askExtension: ['days', 'note'],
  suspend: ['note'],
  refuse: ['note'],
  redirect: ['note'],
  revoke: ['note'],
}

/** Of these, what one comes for when it is possible; the others are folded away. */
const FIRST: readonly string[] = ['extend', 'declineExtension', 'deliver', 'post'] satisfies DeskMove[]

/** The possible moves with fields, those one comes for first and those that are rare. */
export function sorted(moves: readonly string[]): { first: DeskMove[]; rare: DeskMove[] } {
  const offered = (Object.keys(WITH_FIELDS) as DeskMove[]).filter((move) => moves.includes(move))
  return {
    first: offered.filter((move) => FIRST.includes(move)),
    rare: offered.filter((move) => !FIRST.includes(move)),
  }
}

/** What a page knows that a move with fields may need. */
export interface MoveSubject {
  id: string
  version: number
  state: string
  /** What may be named as to be put right. */
  elements: { value: string; label: string }[]
  materials: { value: string; label: string }[]
  /** Who the result is for. */
  applicant: string
  /** Working days that were asked for, or the most there are. */
  days?: number
  /** What a colleague wrote with it, for whoever passes it on to the applicant. */
  reasons?: string
}
