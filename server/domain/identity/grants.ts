import type { Grant, Right } from '#shared/access/rights.ts'
import type { Text } from '#shared/text.ts'

/** Roles with their rights, from `db/city/roles.json`. */
export interface Role {
  code: string
  name: Text
  rights: { right: Right; scope: 'unit' | 'all' }[]
}

let roles = new Map<string, Role>()

/** Gives the process the table of roles. */
export function useRoles(table: readonly Role[]): void {
  roles = new Map(table.map((role) => [role.code, role]))
}

/** The grants that posts carry. An unknown role carries none. */
export function grantsOf(posts: readonly { unit: string; role: string }[]): Grant[] {
  return posts.flatMap(({ unit, role }) => (roles.get(role)?.rights ?? []).map((each) => ({ ...each, unit })))
}

/** Codes of the roles that carry a right; perhaps only of those that carry it everywhere. */
export function rolesWith(right: Right, scope?: 'all'): string[] {
  return [...roles.values()]
    .filter(({ rights }) =>
      rights.some((each) => each.right === right && (scope === undefined || each.scope === scope)),
    )
    .map(codeOf)
}

/** What a role is called; undefined for one that is none any more. */
export function roleName(code: string): Text | undefined {
  return roles.get(code)?.name
}

function codeOf({ code }: Role): string {
  return code
}
