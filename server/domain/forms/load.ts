import type { Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { journeyOf, type Journey } from '#shared/forms/journey.ts'
import { Refusal } from '#shared/refusal.ts'
import { bundleOf } from '../catalog/index.ts'
import type { Act, Look } from '../act.ts'
import { draftRow, updateContent, type DraftRow } from './store.ts'

export interface LoadedDraft {
  row: DraftRow
  bundle: Bundle
}

/** A draft of the person who acts. Others' drafts do not exist for them. */
export async function loadDraft(act: Look | Act, id: string): Promise<LoadedDraft> {
  const row = act.actor.kind === 'person' ? await draftRow(act.tx, id, act.actor.id) : undefined
  if (!row) throw new Refusal('not_found')
  return { row, bundle: await bundleOf(act.tx, row.bundleId) }
}

/** The draft seen whole, today. */
export function walk({ row, bundle }: LoadedDraft, at: number): Journey {
  return journeyOf(bundle, row.content, dayOf(at))
}

/**
 * Changes an open draft's content by compare-and-set; reads it again when another post came in between.
 * @throws Refusal changed_meanwhile when it was sent already, or after several attempts
 */
export async function changeDraft<T>(
  act: Act,
  id: string,
  change: (draft: LoadedDraft) => T,
): Promise<{ draft: LoadedDraft; result: T }> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const draft = await loadDraft(act, id)
    if (draft.row.state !== 'open') throw new Refusal('changed_meanwhile')
    const result = change(draft)
    if (await updateContent(act.tx, draft.row, act.at)) return { draft, result }
  }
  throw new Refusal('changed_meanwhile')
}
