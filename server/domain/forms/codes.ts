import { randomInt } from 'node:crypto'
import { blind, type Reader } from '#db'
import { DAY_MS } from '#shared/calendar/day.ts'
import { CODE_DIGITS } from '#shared/exchange/consent-proof.ts'
import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { perform, type Asking } from '../perform.ts'
import { codesSince, countTry, insertCode, newestCode, setUsed, type CodeRow } from './store/codes.ts'

/** So long a code counts, so often it may be tried, and so many a person is sent a day. */
const VALID_MS = 10 * 60_000
const MOST_TRIES = 5
const CODES_A_DAY = 10

/** What somebody agrees to with a code: a draft or a visit at a counter, and the version of the words. */
export interface Agreed {
  matter: string
  words: string
}

/** What came of typing a code: the one that was right, or what is wrong. */
export type Tried = { code: string } | { problem: 'code_missing' | 'code_wrong' | 'code_over' }

/** Makes a code to be sent to a person; the one before counts no more. Null when they were sent too many today. */
export async function makeCode(
  act: Act,
  { matter, personId, words }: Agreed & { personId: string },
): Promise<{ id: string; code: string } | null> {
  if ((await codesSince(act.tx, personId, act.at - DAY_MS)) >= CODES_A_DAY) return null
  const id = newId(act.at)
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
  await insertCode(act.tx, {
    id,
    draft: matter,
    personId,
    textVersion: words,
    hash: hashOf(id, code),
    tries: 0,
    at: act.at,
    usedAt: 0,
  })
  return { id, code }
}

/** Whether a code that was sent still counts for these words. */
export async function hasCode(reader: Reader, { matter, words }: Agreed, at: number): Promise<boolean> {
  return counts(await newestCode(reader, matter), words, at)
}

function counts(row: CodeRow | undefined, words: string, at: number): row is CodeRow {
  const isOpen = row !== undefined && row.usedAt === 0 && row.tries < MOST_TRIES
  return isOpen && row.textVersion === words && row.at > at - VALID_MS
}

/**
 * Tries a code. The try counts, whatever comes of the rest.
 * @param agreed what it would be for; refuses when whoever acts may not
 */
export async function tryCodeOf(
  who: Asking,
  typed: string,
  agreed: (act: Act) => Promise<Agreed>,
): Promise<Tried> {
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  if (code === '') return { problem: 'code_missing' }
  return perform(who, async (act): Promise<Tried> => {
    const { matter, words } = await agreed(act)
    const row = await newestCode(act.tx, matter)
    if (!counts(row, words, act.at) || !(await countTry(act.tx, row.id, MOST_TRIES)))
      return { problem: 'code_over' }
    return hashOf(row.id, code) === row.hash ? { code: row.id } : { problem: 'code_wrong' }
  })
}

/**
 * Uses up the code that was tried.
 * @throws Refusal invalid_input when none counts
 */
export async function spendCode(act: Act, tried: Tried | null): Promise<void> {
  if (!tried || 'problem' in tried) throw codeRefusal(tried?.problem ?? 'code_missing')
  if (!(await setUsed(act.tx, tried.code, act.at))) throw codeRefusal('code_over')
}

export function codeRefusal(problem: string): Refusal {
  return new Refusal('invalid_input', { problems: [{ field: 'code', ...fault(problem) }] })
}

function hashOf(id: string, code: string): string {
  return blind(`consent code ${id} ${code}`)
}
