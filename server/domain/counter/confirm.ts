import { actorId } from '#shared/access/actor.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { spendCode, tryCodeOf } from '../forms/index.ts'
import { perform, type Asking } from '../perform.ts'
import { CONSENT_WORDS } from './identify.ts'
import { setStarted, visitById, type VisitRow } from './store.ts'
import { lengthOf, tellIdentified } from './visit.ts'

/**
 * The person told the code that was sent to them: the visit begins. A try counts, whatever comes of it.
 * @throws Refusal invalid_input when the code is wrong or over
 */
export async function confirmVisit(
  who: Asking,
  { visit: id, code }: { visit: string; code: string },
): Promise<{ visit: string }> {
  const tried = await tryCodeOf(who, code, async (act) => {
    await asked(act, id)
    return { matter: id, words: CONSENT_WORDS }
  })
  return perform(who, async (act) => {
    const row = await asked(act, id)
    await spendCode(act, tried)
    const validTo = act.at + lengthOf(row.ticketId)
    if (!(await setStarted(act.tx, id, act.at, validTo))) throw new Refusal('changed_meanwhile')
    await tellIdentified(act, row)
    return { visit: id }
  })
}

/** The visit that waits for its code, at the counter of whoever acts. */
async function asked(act: Act, id: string): Promise<VisitRow> {
  const row = await visitById(act.tx, id)
  const waits = row?.startedAt === 0 && row.endedAt === 0 && act.at < row.validTo
  if (!row || row.clerkId !== actorId(act.actor) || !waits) throw new Refusal('not_found')
  return row
}
