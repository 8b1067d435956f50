import type { Asking } from '../perform.ts'
import type { Matter } from './types.ts'

/** What the exchange must know of drafts and cases, which stand above it. */
export interface Matters {
  /** Whether a matter is in the hands of a member of staff. */
  inHands(who: Asking, matter: Matter): Promise<boolean>
  /** Whether a case came of the draft that a consent was given for. */
  cameOf(matter: Matter, purpose: string): Promise<boolean>
}

/** Nothing is in anybody's hands and no case came of anything, until the product says how it is known. */
let known: Matters = { inHands: () => Promise.resolve(false), cameOf: () => Promise.resolve(false) }

/** Says how it is known what staff have in their hands and what cases came of; the modules above know it. */
export function useMatters(given: Matters): void {
  known = given
}

export function isInHands(who: Asking, matter: Matter): Promise<boolean> {
  return known.inHands(who, matter)
}

export function cameOf(matter: Matter, purpose: string): Promise<boolean> {
  return known.cameOf(matter, purpose)
}
