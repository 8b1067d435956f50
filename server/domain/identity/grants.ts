import type { Grant, Right } from '#shared/access/rights.ts'

/** Roles with their rights, from `db/city/roles.json`. */
export interface Role {
  code: string
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
