import type { Reader } from '#db'
import type { StaffActor } from '#shared/access/actor.ts'
import type { Right } from '#shared/access/rights.ts'
import type { Text } from '#shared/text.ts'
import { grantsOf, roleName, rolesWith } from './grants.ts'
import { staffWithPosts } from './store/absences.ts'
import { postsOf, staffNames } from './store.ts'

/** A member of staff as colleagues know them. */
export interface Colleague {
  id: string
  name: string
  unit: string
  title: Text
}

/** Everybody with a post in some units, or in all; once for each unit. */
export async function colleagues(reader: Reader, units: readonly string[] | 'all'): Promise<Colleague[]> {
  const found = new Map<string, Colleague>()
  for (const { id, name, unit, role } of await staffWithPosts(reader, units)) {
    const title = roleName(role)
    if (title && !found.has(`${id} ${unit}`)) found.set(`${id} ${unit}`, { id, name, unit, title })
  }
  return [...found.values()]
}

/**
 * Whoever works in a unit, each as the actor they are by their posts there; and those elsewhere who have one of some
 * rights everywhere, e.g. clerks of the integrated counter.
 */
export async function staffAt(
  reader: Reader,
  unit: string,
  everywhere: readonly Right[] = [],
): Promise<StaffActor[]> {
  const roles = everywhere.flatMap((right) => rolesWith(right, 'all'))
  return actorsOf(await staffWithPosts(reader, [unit], roles))
}

/** A member of staff as the actor they are by their own posts; undefined for one who has none. */
export async function staffById(reader: Reader, id: string): Promise<StaffActor | undefined> {
  const name = (await staffNames(reader, [id])).get(id)
  if (name === undefined) return undefined
  return actorsOf((await postsOf(reader, id)).map((post) => ({ ...post, id, name })))[0]
}

function actorsOf(posts: readonly { id: string; name: string; unit: string; role: string }[]): StaffActor[] {
  const byId = new Map<string, { name: string; posts: { unit: string; role: string }[] }>()
  for (const { id, name, ...post } of posts)
    byId.set(id, { name, posts: [...(byId.get(id)?.posts ?? []), post] })
  return [...byId].map(([id, person]) => ({
    kind: 'staff',
    id,
    accountId: id,
    name: person.name,
    units: [...new Set(person.posts.map(({ unit }) => unit))],
    grants: grantsOf(person.posts),
  }))
}

/** The units in which a member of staff has a post. */
export async function unitsOfStaff(reader: Reader, staffId: string): Promise<string[]> {
  return [...new Set((await postsOf(reader, staffId)).map(({ unit }) => unit))]
}
