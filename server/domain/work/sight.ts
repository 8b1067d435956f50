import type { Actor } from '#shared/access/actor.ts'
import type { LiveLine, LiveNews } from '#shared/work/live.ts'
import type { WorkChange } from './store/changes.ts'
import type { Scope } from './store/counts.ts'
import { scopesOf } from './scopes.ts'

/** What an open desk sees of all work. */
export interface Sight {
  /** The same for all desks that see the same. */
  key: string
  scopes: readonly Scope[]
}

export function sightOf(actor: Actor): Sight {
  const scopes = scopesOf(actor)
  return { key: JSON.stringify(scopes), scopes }
}

/**
 * What of all that changed a desk is told: what came to it that somebody else brought, and what of it changed or went.
 * @param own the member of staff at the desk
 */
export function newsFor({ scopes }: Sight, changes: readonly WorkChange[], own: string): LiveNews {
  const came = new Map<string, LiveLine>()
  const changed = new Map<string, LiveLine>()
  for (const { id, kind, fromState, state, fromUnit, unit, leads, actorId } of changes) {
    const before = sees(scopes, kind, fromState, fromUnit)
    const now = sees(scopes, kind, state, unit)
    if (!before && !now) continue
    const isNew = now && !before && leads && actorId !== own
    if (isNew || (now && came.has(id))) came.set(id, { kind, state, id })
    else {
      came.delete(id)
      changed.set(id, { kind, state, id })
    }
  }
  return { came: [...came.values()], changed: [...changed.values()] }
}

function sees(scopes: readonly Scope[], kind: string, state: string, unit: string): boolean {
  return scopes.some(
    (scope) =>
      scope.kind === kind &&
      scope.states.includes(state) &&
      (scope.units === 'all' || scope.units.includes(unit)),
  )
}
