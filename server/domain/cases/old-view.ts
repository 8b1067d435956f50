import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { staffNames } from '../identity/index.ts'
import { timelines, type TimelineEntry } from '../work/index.ts'
import type { LoadedCase } from './load.ts'

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
  const moved = events.findLast(isMove)
  if (version === undefined || !moved || moved.seq <= version) return
  await refuseAfter(act, moved)
}

/**
 * The same for whoever acts on a whole case: its version is the number of moves that its items made.
 * @throws Refusal changed_meanwhile
 */
export async function refuseOldCase(
  act: Act,
  { items }: LoadedCase,
  version: number | undefined,
): Promise<void> {
  if (version === undefined) return
  const events = await timelines(
    act.tx,
    items.map(({ id }) => id),
  )
  const moved = events.filter(isMove).at(version)
  if (moved) await refuseAfter(act, moved)
}

/**
 * Which version of its case each thing that happened made.
 * @param events what happened to the items of a case, oldest first
 */
export function caseVersions(events: readonly TimelineEntry[]): Map<TimelineEntry, number> {
  let version = 0
  return new Map(events.map((event) => [event, isMove(event) ? ++version : version]))
}

function isMove({ fromState, toState }: TimelineEntry): boolean {
  return fromState !== toState
}

async function refuseAfter(act: Act, moved: TimelineEntry): Promise<never> {
  const names = await staffNames(act.tx, moved.by === 'staff' ? [moved.actorId] : [])
  throw new Refusal('changed_meanwhile', {
    params: { by: names.get(moved.actorId) ?? moved.by, move: moved.move, at: moved.at },
  })
}
