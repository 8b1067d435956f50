import { systemActor } from '#shared/access/actor.ts'
import type { DeskMove } from '#shared/cases/desk-moves.ts'
import type { DeskItemView } from '#shared/cases/desk-view.ts'
import type { Carrier } from '#shared/parcels/carriers.ts'
import type { Act } from '../act.ts'
import { moveWork, presentWork, timeline } from '../work/index.ts'
import { pauseForCorrection } from './ask-correction.ts'
import { decisionInput } from './decision-input.ts'
import type { Handing } from './hand-over.ts'
import { changeCase, loadCaseById, loadItem } from './load.ts'
import { mustOf } from './must.ts'
import { refuseOldView } from './old-view.ts'
import { presentItemOf } from './present-desk.ts'

/** What somebody at the desk does with one item, as it was posted. */
export interface Decided extends Handing {
  item: string
  decision: DeskMove
  note: string
  /** Points of review that were ticked, by their place in the list; kept with the decision. */
  checked?: string[]
  /** Code of the special procedure, for `startProcedure`. */
  procedure?: string
  /** Working days, for `askExtension` and `extend`. */
  days?: number
  /** What is proposed to the head of the office, for `propose`. */
  proposal?: 'grant' | 'deny'
  /** Elements and materials to be put right, for `askInReview` and `returnPreReview`. */
  elements?: string[]
  materials?: string[]
  /** Number of the parcel, for `post`. */
  trackingNo?: string
  /** Who carries it, for `post`; the post office unless another is named. */
  carrier?: Carrier
  /** The version of the item that was looked at. */
  version?: number
}

/** Moves that ask the applicant to put something right. */
const ASKING: readonly DeskMove[] = ['askInReview', 'returnPreReview']

/**
 * Staff make a move with one item: look it through, put it off, decide it, hand it over, take it back. What the move
 * needs beyond its table is checked here, so that a refusal names what is possible.
 */
export async function decideItem(act: Act, decided: Decided): Promise<DeskItemView> {
  const item = await loadItem(act, decided.item)
  const loaded = await loadCaseById(act, item.parentId)
  const events = await timeline(act.tx, item.id)
  await refuseOldView(act, events, decided.version)
  const holds = mustOf(loaded, item, events, act.at)
  // What is not possible now is refused by the table, whatever else would be wrong with it.
  const possible = presentWork(item, act.actor, act.at, holds).moves.includes(decided.decision)
  const { content, ...input } = possible ? await decisionInput(act, { loaded, item, events }, decided) : {}
  const moved = await moveWork(act, item, decided.decision, { ...input, holds })
  // What was handed over is finished; the table keeps both, because the law does.
  if (decided.decision === 'deliver') await moveWork({ ...act, actor: systemActor('cases') }, moved, 'close')
  if (ASKING.includes(decided.decision))
    await pauseForCorrection(act, loaded, decided.elements ?? [], decided.materials ?? [])
  else if (content) await changeCase(act, loaded.row, { content: { ...loaded.row.content, ...content } })
  return presentItemOf(act, await loadCaseById(act, item.parentId), item.id)
}
