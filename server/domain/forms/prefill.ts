import { dayOf } from '#shared/calendar/day.ts'
import { inferAnew } from '#shared/forms/infer.ts'
import { Refusal } from '#shared/refusal.ts'
import { enqueue } from '../jobs/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { log } from '../../utils/log.ts'
import { arrived, goesOn, stepsShowing } from './coming.ts'
import { consentIn } from './consent-in.ts'
import { beginFilling } from './filling.ts'
import { keepAnswer, type Came } from './keep-answer.ts'
import { changeDraft, loadDraft } from './load.ts'
import { markKnowns } from './mark-known.ts'
import { openReports, unlockReported } from './reported.ts'

/** How long after it was not to be had a register is asked once more, and again, milliseconds. */
const LATER_MS = [30_000, 300_000, 3_600_000] as const

export interface PrefillOptions {
  /** Keys of look-ups to make once more. */
  again?: readonly string[]
  /** Not from what was kept of earlier answers. */
  fresh?: boolean
  /** How often it was tried later already. */
  tries?: number
}

/**
 * Asks every register whose question can be put, all at once, and fills in what came within the budget. What an answer
 * makes possible is asked at once too; nobody waits for that here, but the pages that show it do, see `coming.ts`.
 * What was not to be had is asked of the person, and filled in when it comes.
 */
export async function prefill(
  who: Asking,
  id: string,
  consentId: string,
  { again = [], fresh = false, tries = 0 }: PrefillOptions = {},
): Promise<void> {
  await arrived(id)
  const draft = await look(who, (reading) => loadDraft(reading, id))
  if (consentIn(draft.row.content) !== consentId) return
  const filling = beginFilling({
    who,
    draft,
    consentId,
    again: new Set(again),
    fresh,
    late: (came) => keepLate(who, id, consentId, came),
  })
  if (!filling.asked) return
  const keep = () => keepAll(who, id, consentId, filling.take(), tries)
  await filling.first.finally(keep)
  const outstanding = filling.outstanding()
  const steps = stepsShowing(draft.bundle, outstanding)
  goesOn(id, { steps, until: filling.until }, filling.whole().finally(keep))
  // What was asked by then may have answered while the rest was kept.
  if (outstanding.length === 0) await arrived(id)
}

/** Keeps what came, in one change of the draft; what was not to be had is tried again later. */
async function keepAll(
  who: Asking,
  id: string,
  consentId: string,
  came: readonly Came[],
  tries: number,
): Promise<void> {
  if (came.length === 0) return
  await perform(who, async (act) => {
    const reports = await openReports(act, id)
    const { draft } = await changeDraft(act, id, ({ row: { content }, bundle }) => {
      // It was withdrawn, or the situation is another one: what came is not theirs to see.
      if (consentIn(content) !== consentId) return
      for (const each of came) keepAnswer(bundle, content, each, who.at)
      markKnowns(id, content)
      unlockReported(bundle, content, reports, who.at)
      inferAnew(bundle, content, dayOf(who.at))
    })
    const wait = LATER_MS[tries]
    const missing = came.filter(({ answer }) => answer.outcome === 'unavailable')
    if (wait === undefined || consentIn(draft.row.content) !== consentId) return
    await enqueue(
      act,
      ...missing.map(({ ready: { key } }) => ({
        kind: 'forms.fillLate',
        key: `${id}:${consentId}:${key}:${tries}`,
        payload: { draft: id, key, tries: String(tries + 1) },
        runAt: act.at + wait,
      })),
    )
  })
}

/** An answer that came after the budget: filled in beside what was typed, with what it makes possible to ask. */
async function keepLate(who: Asking, id: string, consentId: string, came: Came): Promise<void> {
  if (came.answer.outcome === 'unavailable') return
  try {
    await keepAll(who, id, consentId, [came], LATER_MS.length)
    await prefill(who, id, consentId)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // It was sent or erased meanwhile: nothing is left to fill in.
    log.info('a late answer was not needed any more', { draft: id, refusal: error.code })
  }
}
