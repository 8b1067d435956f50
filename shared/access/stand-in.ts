import { actorId, type Actor } from './actor.ts'
import { can } from './can.ts'
import type { Right } from './rights.ts'

/** Between whoever did something and whose work it was. */
const FOR = ' for '

/** Everybody an actor counts as when it matters who did something: themselves, and whose work they do now (替岗). */
export function personsOf(actor: Actor): string[] {
  const absent = actor.kind === 'staff' ? (actor.standsInFor ?? []) : []
  return [actorId(actor), ...absent.map(({ id }) => id)]
}

/**
 * In whose name an actor uses a right in a unit: a member of staff who is away, or undefined when the right is the
 * actor's own.
 */
export function absentBehind(actor: Actor, rights: readonly Right[], unit: string): string | undefined {
  if (actor.kind !== 'staff' || !actor.standsInFor?.length) return undefined
  const own = { ...actor, grants: actor.grants.filter((grant) => grant.of === undefined) }
  if (rights.some((right) => can(own, right, unit))) return undefined
  const used = actor.grants.find(
    (grant) =>
      grant.of !== undefined &&
      rights.includes(grant.right) &&
      (grant.scope === 'all' || grant.unit === unit),
  )
  return used?.of
}

/** How a doer is recorded: with the one whose work it was, so that separation of duty holds for both. */
export function doerOf(actor: Actor, absent: string | undefined): string {
  return absent === undefined ? actorId(actor) : `${actorId(actor)}${FOR}${absent}`
}

/** Whether an actor, or somebody whose work they do, is among those who did something. */
export function didIt(actor: Actor, doer: string | undefined): boolean {
  if (doer === undefined) return false
  const persons = personsOf(actor)
  return doer.split(FOR).some((each) => persons.includes(each))
}
