import type { Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { carryOver, type CarriedChange } from '#shared/catalog/carry-over.ts'
import { journeyOf, type Journey, type Route } from '#shared/forms/journey.ts'
import { Refusal } from '#shared/refusal.ts'
import { bundleOf, catalog } from '../catalog/index.ts'
import type { Act, Look } from '../act.ts'
import { changeable, remember, remembered, type Remembered } from './remembered.ts'
import { draftHead, draftRow, updateContent, type DraftRow } from './store.ts'
import { mayFill } from './whom.ts'

export interface LoadedDraft {
  row: DraftRow
  bundle: Bundle
  /** What has been worked out of it today. */
  known?: Remembered
  /** What is different since the life event was published anew; written with the next change. */
  changes?: CarriedChange[]
}

/** A draft whose content is being changed. */
export interface ChangingDraft extends LoadedDraft {
  /** Walks it as it stands now. */
  walkNow(): Journey
  /** Says that nothing changes any more, so that the route is remembered and need not be walked again. */
  settle(route: Route): void
}

/** A draft that the actor may fill in. Others' do not exist for them. Only `changeDraft` may change its content. */
export async function loadDraft(act: Look | Act, id: string): Promise<LoadedDraft> {
  const head = await draftHead(act.tx, id)
  if (!head || !(await mayFill(act, head))) throw new Refusal('not_found')
  const known = remembered(id, head.version)
  const row = known?.row ?? (await draftRow(act.tx, id))
  if (!row) throw new Refusal('not_found')
  const draft = await carriedOver(act, row)
  if (draft.changes) return draft
  const { bundle } = draft
  const today = dayOf(act.at)
  if (known?.today === today) return { row, bundle, known }
  const found = { row, written: known?.written ?? false, today, route: null, answers: new Map() }
  // What an act reads may be its own and not yet committed.
  if (!('committed' in act)) remember(found)
  return { row, bundle, known: found }
}

/** Whether a draft is still open, and the actor may fill it in. */
export async function mayGoOnWith(act: Look | Act, id: string): Promise<boolean> {
  const head = await draftHead(act.tx, id)
  return head?.state === 'open' && (await mayFill(act, head))
}

/** The bundle that is published now; what is not offered any more goes on as it was. */
function newestBundleOf({ lifeEvent, bundleId }: DraftRow): string {
  return (catalog().find('lifeEvent', lifeEvent) && catalog().bundleId(lifeEvent)) ?? bundleId
}

/** A draft as one of the version that is published now, with what is different for it. */
export async function carriedOver(act: Look | Act, row: DraftRow): Promise<LoadedDraft> {
  const bundleId = row.state === 'open' ? newestBundleOf(row) : row.bundleId
  if (bundleId === row.bundleId) return { row, bundle: await bundleOf(act.tx, row.bundleId) }
  const [before, after] = await Promise.all([bundleOf(act.tx, row.bundleId), bundleOf(act.tx, bundleId)])
  const { content, changes } = carryOver(before, after, row.content, dayOf(act.at))
  return { row: { ...row, bundleId, content }, bundle: after, changes }
}

/** The draft seen whole, today, as it was loaded. */
export function walk({ row, bundle, known }: LoadedDraft, at: number): Journey {
  return journeyOf(bundle, row.content, dayOf(at), known?.answers)
}

/** Its steps only, which may be known already. */
export function routeOf(draft: LoadedDraft, at: number): Route {
  return draft.known?.route ?? walk(draft, at)
}

/**
 * Changes an open draft's content by compare-and-set; reads it again when another post came in between.
 * @param change changes `row.content` and may tell where the draft stands then, see `settle`
 * @throws Refusal changed_meanwhile when it was sent already, or after several attempts
 */
export async function changeDraft<T>(
  act: Act,
  id: string,
  change: (draft: ChangingDraft) => T,
): Promise<{ draft: LoadedDraft; result: T }> {
  const today = dayOf(act.at)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const loaded = await loadDraft(act, id)
    if (loaded.row.state !== 'open') throw new Refusal('changed_meanwhile')
    const row = changeable(loaded.row)
    const answers = loaded.known?.answers ?? new Map()
    let route: Route | null = null
    const result = change({
      ...loaded,
      row,
      walkNow: () => journeyOf(loaded.bundle, row.content, today, answers),
      settle: ({ steps, next }) => (route = { steps, next }),
    })
    const withKnowns = !loaded.known?.written || loaded.row.content.knowns !== row.content.knowns
    if (!(await updateContent(act.tx, row, act.at, withKnowns))) continue
    const changed = { ...row, updatedAt: act.at, version: row.version + 1 }
    act.committed(() => remember({ row: changed, written: true, today, route, answers }))
    return { draft: { row: changed, bundle: loaded.bundle }, result }
  }
  throw new Refusal('changed_meanwhile')
}
