import type { Reader } from '#db'
import type { Right } from '#shared/access/rights.ts'
import type { Text } from '#shared/text.ts'
import { roleName, rolesWith } from './grants.ts'
import { postsOf, unitsWithRole } from './store.ts'

/** A post as others than its holder may know it: the department and what one is there, never the name. */
export interface Post {
  unit: string
  title: Text
}

/** The first post of a member of staff; undefined for one who has none any more. */
export async function postOf(reader: Reader, staffId: string): Promise<Post | undefined> {
  for (const { unit, role } of await postsOf(reader, staffId)) {
    const title = roleName(role)
    if (title) return { unit, title }
  }
  return undefined
}

/** Departments in which somebody has a right, by code. */
export async function unitsThatMay(reader: Reader, right: Right): Promise<string[]> {
  return unitsWithRole(reader, rolesWith(right))
}
