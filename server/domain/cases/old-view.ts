import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { staffNames } from '../identity/index.ts'
import type { TimelineEntry } from '../work/index.ts'

/**
 * Whoever decides says which version of the item they looked at. If it stands elsewhere by now, nothing happens, and
 * they read what changed, by whom and when.
 * @param events what happened to the item, oldest first
 * @throws Refusal changed_meanwhile
 */
export async function refuseOldView(
  act: Act,
  events: readonly TimelineEntry[],
  version: number | undefined,
): Promise<void> {
  const moved = events.findLast(({ fromState, toState }) => fromState !== toState)
  if (version === undefined || !moved || moved.seq <= version) return
  const names = await staffNames(act.tx, moved.by === 'staff' ? [moved.actorId] : [])
  throw new Refusal('changed_meanwhile', {
    params: { by: names.get(moved.actorId) ?? moved.by, move: moved.move, at: moved.at },
  })
}
