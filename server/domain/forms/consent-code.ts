import { randomInt } from 'node:crypto'
import { blind } from '#db'
import { DAY_MS } from '#shared/calendar/day.ts'
import { CODE_DIGITS, type ConsentProof } from '#shared/exchange/consent-proof.ts'
import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { isStanding } from '../exchange/index.ts'
import { tell } from '../notices/index.ts'
import { perform, type Asking } from '../perform.ts'
import { agreementOf } from './consent-shown.ts'
import { loadDraft, walk, type LoadedDraft } from './load.ts'
import type { DraftRow } from './store.ts'
import { codesSince, countTry, insertCode, newestCode, setUsed, type CodeRow } from './store/codes.ts'

/** So long a code counts, so often it may be tried, and so many a person is sent a day. */
const VALID_MS = 10 * 60_000
const MOST_TRIES = 5
const CODES_A_DAY = 10

/** What came of typing a code: the one that was right, or what is wrong. */
export type Tried = { code: string } | { problem: 'code_missing' | 'code_wrong' | 'code_over' }

/**
 * Sends the person for whom staff fill in the code with which they agree, unless one counts still or they have agreed.
 * The draft of anybody else does not exist.
 */
export async function sendCode(act: Act, id: string): Promise<void> {
  const draft = await loadDraft(act, id)
  const { consentId } = draft.row.content
  if (consentId && (await isStanding(act.tx, consentId))) return
  if (counts(await newestCode(act.tx, id), wordsOf(draft, act.at), act.at)) return
  await sendTo(act, draft)
}

/**
 * Sends another code; the one before counts no more.
 * @throws Refusal invalid_input when the person was sent too many today
 */
export async function sendAnotherCode(act: Act, id: string): Promise<void> {
  if (act.actor.kind !== 'staff') throw new Refusal('not_allowed')
  if (!(await sendTo(act, await loadDraft(act, id)))) throw refusal('codes_many')
}

async function sendTo(act: Act, loaded: LoadedDraft): Promise<boolean> {
  const { row, bundle } = loaded
  const { id: draft, personId } = row
  if (row.state !== 'open') throw new Refusal('not_found')
  if ((await codesSince(act.tx, personId, act.at - DAY_MS)) >= CODES_A_DAY) return false
  const id = newId(act.at)
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
  await insertCode(act.tx, {
    id,
    draft,
    personId,
    textVersion: wordsOf(loaded, act.at),
    hash: hashOf(id, code),
    tries: 0,
    at: act.at,
    usedAt: 0,
  })
  const params = { name: bundle.lifeEvent.title, code }
  await tell(act, personId, 'consent_code', `consent_code ${id}`, params, `/apply/${draft}/consent`)
  act.note({ verb: 'forms.sendCode', subjectKind: 'draft', subjectId: draft })
  return true
}

function hashOf(id: string, code: string): string {
  return blind(`consent code ${id} ${code}`)
}

/** What would be agreed to now, in one language: who answers the questions otherwise afterwards needs another code. */
function wordsOf(loaded: LoadedDraft, at: number): string {
  return agreementOf(loaded.bundle, walk(loaded, at).facts, 'zh').textVersion
}

function counts(row: CodeRow | undefined, words: string, at: number): row is CodeRow {
  const isOpen = row !== undefined && row.usedAt === 0 && row.tries < MOST_TRIES
  return isOpen && row.textVersion === words && row.at > at - VALID_MS
}

/** Tries a code. The try counts, whatever comes of the rest. */
export async function tryCode(who: Asking, id: string, typed: string): Promise<Tried> {
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  if (code === '') return { problem: 'code_missing' }
  return perform(who, async (act): Promise<Tried> => {
    const words = wordsOf(await loadDraft(act, id), act.at)
    const row = await newestCode(act.tx, id)
    if (!counts(row, words, act.at) || !(await countTry(act.tx, row.id, MOST_TRIES)))
      return { problem: 'code_over' }
    return hashOf(row.id, code) === row.hash ? { code: row.id } : { problem: 'code_wrong' }
  })
}

/**
 * By which proof the one who acts agrees for the person; a code is used up by that.
 * @throws Refusal invalid_input when staff have no code that counts
 */
export async function proofOf(act: Act, { personId }: DraftRow, tried: Tried | null): Promise<ConsentProof> {
  if (act.actor.kind === 'person') return act.actor.id === personId ? 'account' : 'mandate'
  if (!tried || 'problem' in tried) throw refusal(tried?.problem ?? 'code_missing')
  if (!(await setUsed(act.tx, tried.code, act.at))) throw refusal('code_over')
  return 'code'
}

function refusal(problem: string): Refusal {
  return new Refusal('invalid_input', { problems: [{ field: 'code', ...fault(problem) }] })
}
