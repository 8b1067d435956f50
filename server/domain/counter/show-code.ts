import { randomInt } from 'node:crypto'
import { blind } from '#db'
import { CODE_DIGITS, CODE_MS } from '#shared/counter/ways.ts'
import type { OwnCodeView } from '#shared/counter/views.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { codeText } from './code-text.ts'
import { ownVisits } from './own-visits.ts'
import { deleteCodes, insertCode } from './store.ts'

/** What somebody may still be typing stays; older codes of the person go with the next. */
const KEPT_MS = 10 * 60_000

/** A new code of the person who is signed in; the one before counts until its minute is over. */
export async function showCode(act: Act): Promise<OwnCodeView> {
  if (act.actor.kind !== 'person') throw new Refusal('not_allowed')
  const personId = act.actor.id
  await deleteCodes(act.tx, act.at - KEPT_MS, personId)
  const id = newId(act.at)
  // Whole seconds: the code says no more.
  const validTo = Math.floor((act.at + CODE_MS) / 1000) * 1000
  for (;;) {
    const digits = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
    const row = { id, personId, digits: digitsHash(digits), validTo, usedAt: 0, usedBy: '' }
    if (!(await insertCode(act.tx, row))) continue
    const half = CODE_DIGITS / 2
    return {
      content: codeText(id, validTo),
      digits: `${digits.slice(0, half)} ${digits.slice(half)}`,
      validTo,
      visits: await ownVisits(act),
    }
  }
}

/** The digits are not kept. */
export function digitsHash(digits: string): string {
  return blind(`person code digits ${digits}`)
}
