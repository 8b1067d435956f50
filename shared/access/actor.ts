import type { Grant } from './rights.ts'

/** Who acts. `accountId` names the sign-in, `id` the person or member of staff behind it. */
export type Actor = Stranger | PersonActor | StaffActor | SystemActor

export interface Stranger {
  kind: 'stranger'
}

export interface PersonActor {
  kind: 'person'
  id: string
  accountId: string
  name: string
}

export interface StaffActor {
  kind: 'staff'
  id: string
  accountId: string
  name: string
  units: string[]
  grants: Grant[]
  /** Those who are away and whose work this member of staff does meanwhile (替岗). */
  standsInFor?: { id: string; name: string }[]
}

/** The product itself: jobs and rules. */
export interface SystemActor {
  kind: 'system'
  id: string
}

/** What an agent's record begins with when it is a person, as `staff:` for a member of staff. */
const PERSON = 'person:'

export const STRANGER: Stranger = { kind: 'stranger' }

export function systemActor(name: string): SystemActor {
  return { kind: 'system', id: name }
}

/** The id under which an actor is recorded. */
export function actorId(actor: Actor): string {
  return actor.kind === 'stranger' ? 'stranger' : actor.id
}

/** The person whom an application names as the one who fills it in; empty for a member of staff, and for nobody. */
export function personOfAgent(agent: string): string {
  return agent.startsWith(PERSON) ? agent.slice(PERSON.length) : ''
}
