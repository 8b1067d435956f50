import { itemOf } from '#shared/catalog/bundle.ts'
import { decisiveElements } from '#shared/cases/afresh.ts'
import type { DeskItemView } from '#shared/cases/desk-view.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork, presentWork, timeline, type WorkRow } from '../work/index.ts'
import { loadCaseById, loadItem, type LoadedCase } from './load.ts'
import { presentItemOf } from './present-desk.ts'
import { doubtsIn } from './verify-afresh.ts'
import { mustPublicise, publicityEnd } from './publicity.ts'

interface Decided {
  item: string
  decision: 'grant' | 'deny' | 'retry' | 'startProcedure' | 'endProcedure' | 'publicise'
  note: string
  /** Points of review that were ticked, by their place in the list; kept with the decision. */
  checked?: string[]
  /** Code of the special procedure, for `startProcedure`. */
  procedure?: string
}

/**
 * A reviewer grants an item, denies it with a reason, sends it into a special procedure or before the public, or has
 * another try at issuing what was held.
 */
export async function decideItem(act: Act, decided: Decided): Promise<DeskItemView> {
  const item = await loadItem(act, decided.item)
  const loaded = await loadCaseById(act, item.parentId)
  const { moves } = presentWork(item, act.actor, act.at)
  const input = moves.includes(decided.decision) ? await inputOf(act, loaded, item, decided) : {}
  await moveWork(act, item, decided.decision, input)
  return presentItemOf(act, await loadCaseById(act, item.parentId), item.id)
}

async function inputOf(
  act: Act,
  loaded: LoadedCase,
  item: WorkRow,
  { decision, note, checked = [], procedure }: Decided,
) {
  const document = itemOf(loaded.bundle, item.topic)
  if (decision === 'publicise') {
    // Nobody is shown to the public without need.
    const needed = mustPublicise(loaded, item, await timeline(act.tx, item.id), act.at)
    if (!document.publicity || !needed) throw new Refusal('move_not_possible', { possible: [] })
    return { note, data: { until: publicityEnd(document.publicity.days, act.at) } }
  }
  if (decision === 'startProcedure') {
    const found = document.specialProcedures?.find(({ code }) => code === procedure)
    if (!found)
      throw new Refusal('invalid_input', { problems: [{ field: 'procedure', ...fault('missing') }] })
    return { note, data: { procedure: found.code, days: found.days } }
  }
  if (decision === 'grant') {
    if (mustPublicise(loaded, item, await timeline(act.tx, item.id), act.at))
      throw new Refusal('invalid_input', { problems: [{ field: 'decision', ...fault('publicity_first') }] })
    if (item.state === 'reviewing' && !document.checkpoints.every((_, i) => checked.includes(String(i))))
      throw new Refusal('invalid_input', { problems: [{ field: 'checked', ...fault('checked_all') }] })
  }
  // What the registers said meanwhile, and the reviewer granted in spite of, stays with the decision.
  const doubts = decision === 'grant' ? doubtsOf(loaded, item) : []
  return { note, data: { ...(checked.length > 0 && { checked }), ...(doubts.length > 0 && { doubts }) } }
}

function doubtsOf({ row, bundle }: LoadedCase, item: WorkRow): string[] {
  const { afresh = {} } = row.content
  const decisive = new Set(decisiveElements(bundle, item.topic))
  return doubtsIn(afresh).filter((code) => decisive.has(code))
}
