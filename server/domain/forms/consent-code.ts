import type { ConsentProof } from '#shared/exchange/consent-proof.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { isStanding } from '../exchange/index.ts'
import { tell } from '../notices/index.ts'
import type { Asking } from '../perform.ts'
import { codeRefusal, hasCode, makeCode, spendCode, tryCodeOf, type Tried } from './codes.ts'
import { agreementOf } from './consent-shown.ts'
import { loadDraft, walk, type LoadedDraft } from './load.ts'
import type { DraftRow } from './store.ts'

/**
 * Sends the person for whom staff fill in the code with which they agree, unless one counts still or they have agreed.
 * The draft of anybody else does not exist.
 */
export async function sendCode(act: Act, id: string): Promise<void> {
  const draft = await loadDraft(act, id)
  const { consentId } = draft.row.content
  if (consentId && (await isStanding(act.tx, consentId))) return
  if (await hasCode(act.tx, { matter: id, words: wordsOf(draft, act.at) }, act.at)) return
  await sendTo(act, draft)
}

/**
 * Sends another code; the one before counts no more.
 * @throws Refusal invalid_input when the person was sent too many today
 */
export async function sendAnotherCode(act: Act, id: string): Promise<void> {
  if (act.actor.kind !== 'staff') throw new Refusal('not_allowed')
  if (!(await sendTo(act, await loadDraft(act, id)))) throw codeRefusal('codes_many')
}

async function sendTo(act: Act, loaded: LoadedDraft): Promise<boolean> {
  const { row, bundle } = loaded
  const { id: draft, personId } = row
  if (row.state !== 'open') throw new Refusal('not_found')
  const made = await makeCode(act, { matter: draft, personId, words: wordsOf(loaded, act.at) })
  if (!made) return false
  const params = { name: bundle.lifeEvent.title, code: made.code }
  await tell(act, personId, 'consent_code', `consent_code ${made.id}`, params, `/apply/${draft}/consent`)
  act.note({ verb: 'forms.sendCode', subjectKind: 'draft', subjectId: draft })
  return true
}

/** What would be agreed to now, in one language: who answers the questions otherwise afterwards needs another code. */
function wordsOf(loaded: LoadedDraft, at: number): string {
  return agreementOf(loaded.bundle, walk(loaded, at).facts, 'zh').textVersion
}

/** Tries a code. The try counts, whatever comes of the rest. */
export async function tryCode(who: Asking, id: string, typed: string): Promise<Tried> {
  return tryCodeOf(who, typed, async (act) => ({
    matter: id,
    words: wordsOf(await loadDraft(act, id), act.at),
  }))
}

/**
 * By which proof the one who acts agrees for the person; a code is used up by that.
 * @throws Refusal invalid_input when staff have no code that counts
 */
export async function proofOf(act: Act, { personId }: DraftRow, tried: Tried | null): Promise<ConsentProof> {
  if (act.actor.kind === 'person') return act.actor.id === personId ? 'account' : 'mandate'
  await spendCode(act, tried)
  return 'code'
}
