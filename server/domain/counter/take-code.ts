import { blind } from '#db'
import { actorId } from '#shared/access/actor.ts'
import { CODE_DIGITS } from '#shared/counter/ways.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { noteTry, triesSince } from '../identity/index.ts'
import { perform, type Asking } from '../perform.ts'
import { readCodeText } from './code-text.ts'
import { digitsHash } from './show-code.ts'
import { codeByDigits, codeById, setUsed, type CodeRow } from './store.ts'

/** So many wrong codes within the window, and a clerk may try no more: digits are not to be guessed. */
const MOST_TRIES = 20
const WINDOW_MS = 10 * 60_000

const DIGITS = new RegExp(`^\\d{${CODE_DIGITS}}$`)

/**
 * Takes the code that somebody shows, scanned or typed; it is used up.
 * @throws Refusal invalid_input when it is none of ours, over, or was used; too_many_tries
 */
export async function takeCode(act: Act, typed: string): Promise<CodeRow> {
  if ((await triesSince(act.tx, subjectOf(act), act.at - WINDOW_MS)) >= MOST_TRIES)
    throw new Refusal('too_many_tries')
  const row = await find(act, typed.normalize('NFKC').replace(/[\s-]/g, ''))
  if (!row) throw refusal('person_code_wrong')
  if (act.at > row.validTo) throw refusal('person_code_over')
  if (!(await setUsed(act.tx, row.id, actorId(act.actor), act.at))) throw refusal('person_code_used')
  return row
}

async function find(act: Act, text: string): Promise<CodeRow | undefined> {
  if (DIGITS.test(text)) return codeByDigits(act.tx, digitsHash(text))
  const said = readCodeText(text)
  if (!said) return undefined
  const row = await codeById(act.tx, said.id)
  // Codes are taken away some time after they ended; they ended all the same.
  if (!row && act.at > said.validTo) throw refusal('person_code_over')
  return row
}

/** Counts what could not be taken. */
export async function noteWrongCode(who: Asking, _input: unknown, { code }: Refusal): Promise<void> {
  if (code !== 'invalid_input') return
  await perform(who, async (act) => {
    await noteTry(act, subjectOf(act))
    act.note({ verb: 'counter.wrongCode', subjectKind: 'staff', subjectId: actorId(act.actor) })
  })
}

function subjectOf({ actor }: Pick<Act, 'actor'>): string {
  return blind(`person code of ${actorId(actor)}`)
}

function refusal(problem: string): Refusal {
  return new Refusal('invalid_input', { problems: [{ field: 'code', ...fault(problem) }] })
}
