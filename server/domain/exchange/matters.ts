import type { Asking } from '../perform.ts'
import type { Matter } from './types.ts'

/** Whether a matter is in the hands of a member of staff. Nobody's, until the product says how it is known. */
let areInHands: (who: Asking, matter: Matter) => Promise<boolean> = () => Promise.resolve(false)

/** Says how it is known what staff have in their hands; the modules above know it. */
export function useMatters(inHands: (who: Asking, matter: Matter) => Promise<boolean>): void {
  areInHands = inHands
}

export function isInHands(who: Asking, matter: Matter): Promise<boolean> {
  return areInHands(who, matter)
}
