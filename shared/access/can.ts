import type { Actor } from './actor.ts'
import type { Right } from './rights.ts'

/**
 * What an endpoint demands of whoever calls it: nothing, a signed-in person, any signed-in account, or a right of
 * staff. There is no other way in.
 */
export type Demand = 'anyone' | 'person' | 'signedIn' | Right | readonly ('person' | Right)[]

/** Who fills in applications: the person, and staff who do it for somebody who is there. */
export const FILLS_IN = ['person', 'drafts.assist'] as const satisfies Demand

/** Who serves people face to face, and so may have a second screen. */
export const FACE_TO_FACE = ['queue.serve', 'drafts.assist', 'cases.deliver'] as const satisfies Demand

/** Whether an actor meets a demand; for rights, in the unit given or, without one, in any. */
export function can(actor: Actor, demand: Demand, unit?: string): boolean {
  if (demand === 'anyone') return true
  if (demand === 'person') return actor.kind === 'person'
  if (demand === 'signedIn') return actor.kind === 'person' || actor.kind === 'staff'
  return [demand]
    .flat()
    .some((each) => (each === 'person' ? actor.kind === 'person' : hasRight(actor, each, unit)))
}

/** The units in which an actor has a right; 'all' when everywhere. */
export function unitsWith(actor: Actor, right: Right): string[] | 'all' {
  if (actor.kind !== 'staff') return []
  const grants = actor.grants.filter((grant) => grant.right === right)
  return grants.some((grant) => grant.scope === 'all') ? 'all' : grants.map((grant) => grant.unit)
}

function hasRight(actor: Actor, right: Right, unit: string | undefined): boolean {
  const units = unitsWith(actor, right)
  return units === 'all' || (unit === undefined ? units.length > 0 : units.includes(unit))
}
