import type { Bundle } from '#shared/catalog/bundle.ts'
import type { Journey } from '#shared/forms/journey.ts'
import type { Act, Look } from '../act.ts'
import { carriedOver, loadDraft, walk } from './load.ts'
import { draftRow, type DraftRow } from './store.ts'

/** A draft seen whole. */
export interface OpenDraft {
  row: DraftRow
  bundle: Bundle
  journey: Journey
}

/** A draft of whoever acts, seen whole. */
export async function ownDraft(act: Act | Look, id: string): Promise<OpenDraft> {
  const draft = await loadDraft(act, id)
  return { ...draft, journey: walk(draft, act.at) }
}

/** Somebody else's draft: for modules that have decided themselves what this actor may see of it. */
export async function draftOfOther(act: Act | Look, id: string): Promise<OpenDraft | undefined> {
  const row = await draftRow(act.tx, id)
  if (!row) return undefined
  const draft = await carriedOver(act, row)
  return { ...draft, journey: walk(draft, act.at) }
}
