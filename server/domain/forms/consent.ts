import type { Bundle } from '#shared/catalog/bundle.ts'
import { say } from '#shared/text.ts'
import { giveConsent } from '../exchange/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft, walk } from './load.ts'
import { prefill } from './prefill.ts'
import { stepOf, type SavedStep } from './save-step.ts'
import { certificatesHeld, knownsFromWallet } from './wallet.ts'

/** A consent is recorded first; only then is anything looked up, all at once, and filled in. */
export async function decideConsent(
  who: Asking,
  { draft: id, decision }: { draft: string; decision: 'agree' | 'decline' },
): Promise<SavedStep> {
  const agreed = decision === 'agree'
  const consentId = await perform(who, async (act) => {
    const loaded = await loadDraft(act, id)
    stepOf(walk(loaded, act.at), 'consent')
    const resources = [...new Set(loaded.bundle.lifeEvent.lookups.map((plan) => plan.resource))]
    const consent = agreed
      ? await giveConsent(act, {
          personId: loaded.row.personId,
          purpose: id,
          resources,
          shown: shownText(loaded.bundle, resources, who),
        })
      : null
    const held = agreed ? await certificatesHeld(act, loaded.row.personId) : []
    await changeDraft(act, id, ({ row, bundle }) => {
      row.content.consentId = consent
      row.content.certificates = [...new Set(held.map(({ type }) => type))]
      row.content.knowns = { ...row.content.knowns, ...knownsFromWallet(bundle, held, act.at) }
      row.content.saved = [...row.content.saved.filter((code) => code !== 'consent'), 'consent']
    })
    if (!agreed) act.note({ verb: 'forms.declineConsent', subjectKind: 'draft', subjectId: id })
    return consent
  })
  if (consentId) await prefill(who, id, consentId)
  const draft = await look(who, (reading) => loadDraft(reading, id))
  return { draft: id, step: 'consent', next: walk(draft, who.at).next.code, problems: [] }
}

function shownText(bundle: Bundle, resources: string[], who: Asking): string {
  return resources
    .map((code) => bundle.resources[code])
    .map((resource) =>
      resource ? `${say(resource.name, who.lang)}: ${say(resource.purpose, who.lang)}` : '',
    )
    .join('\n')
}
