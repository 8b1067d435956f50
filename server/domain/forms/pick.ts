import { dayOf } from '#shared/calendar/day.ts'
import { inferAnew } from '#shared/forms/infer.ts'
import { forgetLookup, planOfKey } from '#shared/forms/lookups.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { perform, type Asking } from '../perform.ts'
import { keepRow } from './keep-answer.ts'
import { changeDraft } from './load.ts'
import { markKnowns } from './mark-known.ts'
import { prefill } from './prefill.ts'
import { openReports, unlockReported } from './reported.ts'
import type { SavedStep } from './save-step.ts'

/** What is posted for "none of these". */
const NONE = 'none'

/**
 * The person says which of several matches is meant: it fills in what one match would have, and may let others be
 * looked up. "None of these" leaves it to them to say.
 */
export async function pickMatch(
  who: Asking,
  { draft: id, key: named, step, match }: { draft: string; key: string; step: string; match: string },
): Promise<SavedStep> {
  const key = named.replace('.', '#')
  const consentId = await perform(who, async (act) => {
    const reports = await openReports(act, id)
    const { draft } = await changeDraft(act, id, ({ row: { content }, bundle }) => {
      const plan = planOfKey(bundle, key)
      const choice = content.choices?.[key]
      if (!plan || !choice) throw new Refusal('not_found')
      const row = match === NONE ? undefined : choice.rows[Number(match)]
      if (!row && match !== NONE)
        throw new Refusal('invalid_input', { problems: [{ field: 'match', ...fault('missing') }] })
      forgetLookup(bundle, content, key)
      content.lookups = { ...content.lookups, [key]: row ? 'found' : 'not-found' }
      if (row) content.picked = [...(content.picked ?? []), key]
      const { at: askedAt, vouchers } = choice
      if (row) keepRow(bundle, content, { plan }, row, { at: act.at, late: false, askedAt, vouchers })
      markKnowns(id, content)
      unlockReported(bundle, content, reports, act.at)
      inferAnew(bundle, content, dayOf(act.at))
    })
    act.note({
      verb: 'forms.pick',
      subjectKind: 'draft',
      subjectId: id,
      detail: { key, none: match === NONE },
    })
    return draft.row.content.consentId
  })
  if (consentId) await prefill(who, id, consentId)
  return { draft: id, step, next: step, problems: [] }
}
