import { planOfKey } from '#shared/forms/lookups.ts'
import { look, perform, type Asking } from '../perform.ts'
import { arrived } from './coming.ts'
import { changeDraft, loadDraft } from './load.ts'
import { unmarkedIn } from './mark-known.ts'
import { prefill } from './prefill.ts'

/**
 * In a draft that was filled in before there were marks, what is locked is looked up once more and marked as it comes.
 * Answers the elements that a register now says otherwise. What no register says again stays without its mark.
 */
export async function markOlder(who: Asking, id: string): Promise<string[]> {
  const contentNow = () => look(who, async (reading) => (await loadDraft(reading, id)).row)
  const { content, state } = await contentNow()
  const codes = unmarkedIn(content)
  if (state !== 'open' || codes.length === 0 || content.consentId === null) return []
  await perform(who, async (act) => {
    await changeDraft(act, id, ({ row, bundle }) => {
      const { lookups, knowns } = row.content
      const isToMark = (key: string): boolean => {
        const plan = planOfKey(bundle, key)
        return codes.some(
          (code) => plan && code in plan.gives && knowns[code]?.source.resource === plan.resource,
        )
      }
      row.content.lookups = Object.fromEntries(Object.entries(lookups).filter(([key]) => !isToMark(key)))
    })
    act.note({ verb: 'forms.markOlder', subjectKind: 'draft', subjectId: id, detail: { elements: codes } })
  })
  await prefill(who, id, content.consentId, { fresh: true })
  await arrived(id)
  const { knowns } = (await contentNow()).content
  const said = (code: string, from: typeof knowns) => JSON.stringify(from[code]?.value)
  return codes.filter((code) => said(code, knowns) !== said(code, content.knowns))
}
