import { VISIT_TOPIC } from '#shared/ratings/visit.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { caseForRating, type CaseAtCounter } from '../cases/index.ts'
import { giveRating, type Given } from './give.ts'

/**
 * Somebody at a counter rates: their case when it is closed (一事一评), otherwise the visit (一次一评). `act` is the
 * clerk's, who was rated with it.
 * @param visit the visit's id: it is rated once
 * @param about the case they came for, if there is one
 * @throws Refusal already_rated, invalid_input
 */
export async function rateAtCounter(
  act: Act,
  { visit, about }: { visit: string; about: CaseAtCounter | undefined },
  given: Given,
): Promise<void> {
  if (act.actor.kind !== 'staff') throw new Refusal('not_allowed')
  const { id: clerkId, units } = act.actor
  const raterId = about?.applicantId ?? ''
  const closed = about && about.closedAt > 0 ? await caseForRating(act.tx, about.no, raterId) : undefined
  if (closed)
    return giveRating(act, given, {
      about: 'case',
      channel: 'counter',
      caseId: closed.id,
      caseNo: closed.no,
      lifeEvent: closed.lifeEvent,
      unit: closed.department,
      raterId,
      clerkId,
    })
  await giveRating(act, given, {
    about: 'visit',
    channel: 'counter',
    caseId: visit,
    caseNo: `V-${visit}`,
    lifeEvent: about?.lifeEvent ?? VISIT_TOPIC,
    unit: units[0] ?? '',
    raterId,
    clerkId,
  })
}
