import { giveConsent, isStanding, withdrawConsent } from '../exchange/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft, walk } from './load.ts'
import { arrived } from './coming.ts'
import { proofOf, sendAnotherCode, tryCode } from './consent-code.ts'
import { agreementOf } from './consent-shown.ts'
import { prefill } from './prefill.ts'
import { forgetLookedUp } from './revoked.ts'
import { stepOf, type SavedStep } from './save-step.ts'
import { certificatesHeld, knownsFromWallet, vouchedByWallet } from './wallet.ts'

interface Decision {
  draft: string
  decision: 'agree' | 'decline' | 'code'
  /** What the person read out who was sent it. */
  code?: string | undefined
}

/**
 * A consent is recorded first; only then is anything looked up, all at once, and filled in. Who declines after having
 * agreed takes back what they agreed to. Staff who fill in for somebody agree only with the code that was sent to them.
 */
export async function decideConsent(
  who: Asking,
  { draft: id, decision, code = '' }: Decision,
): Promise<SavedStep> {
  if (decision === 'code') {
    await perform(who, (act) => sendAnotherCode(act, id))
    return { draft: id, step: 'consent', next: 'consent', problems: [] }
  }
  const agreed = decision === 'agree'
  const tried = agreed && who.actor.kind === 'staff' ? await tryCode(who, id, code) : null
  const consentId = await perform(who, async (act) => {
    const loaded = await loadDraft(act, id)
    const journey = walk(loaded, act.at)
    stepOf(journey, 'consent')
    const before = loaded.row.content.consentId
    const agreement = agreementOf(loaded.bundle, journey.facts, act.lang)
    const again = agreed && before && (await isStanding(act.tx, before, agreement.textVersion))
    const consent = again
      ? before
      : agreed
        ? await giveConsent(act, {
            personId: loaded.row.personId,
            proof: await proofOf(act, loaded.row, tried),
            purpose: id,
            ...agreement,
          })
        : null
    if (!agreed && before) await withdrawConsent(act, before)
    const held = agreed ? await certificatesHeld(act, loaded.row.personId) : []
    await changeDraft(act, id, ({ row, bundle }) => {
      if (!agreed) forgetLookedUp(bundle, row.content, act.at)
      row.content.consentId = consent
      delete row.content.takenOut
      row.content.certificates = [...new Set(held.map(({ type }) => type))]
      const fromWallet = vouchedByWallet(id, knownsFromWallet(bundle, held, act.at))
      row.content.knowns = { ...row.content.knowns, ...fromWallet }
      row.content.saved = [...row.content.saved.filter((code) => code !== 'consent'), 'consent']
    })
    if (!agreed) act.note({ verb: 'forms.declineConsent', subjectKind: 'draft', subjectId: id })
    return consent
  })
  if (consentId) await prefill(who, id, consentId)
  return { draft: id, step: 'consent', next: await nextAfter(who, id), problems: [] }
}

/** Where the draft goes on. A page that was finished before may only be waiting for what is still being asked. */
async function nextAfter(who: Asking, id: string): Promise<string> {
  const draft = await look(who, (reading) => loadDraft(reading, id))
  const next = walk(draft, who.at).next.code
  if (!draft.row.content.saved.includes(next)) return next
  await arrived(id, next)
  return walk(await look(who, (reading) => loadDraft(reading, id)), who.at).next.code
}
