import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { addWorkdays } from '#shared/calendar/working-days.ts'
import { Refusal } from '#shared/refusal.ts'
import type { ChecksView } from '#shared/supervision/views.ts'
import type { Act, Look } from '../act.ts'
import { workingTime } from '../settings/index.ts'
import { putOrder } from './order.ts'
import { requireOverUnit, seenWork } from './over.ts'
import { mayCheck, presentChecks } from './present-checks.ts'
import { supervisionRules } from './rules.ts'
import { checkById, keepResult } from './store/checks.ts'

export function readChecks(look: Look): Promise<ChecksView> {
  return presentChecks(look)
}

/**
 * A person who did not decide it says whether a decision was right. A wrong one opens its revocation: an order to the
 * head of office, shown on the item, that is answered by revoking it or with words (行政许可法 §69).
 */
export async function checkDecision(
  act: Act,
  { check: id, result, reason }: { check: string; result: 'ok' | 'wrong'; reason: string },
): Promise<ChecksView> {
  const row = await checkById(act.tx, id)
  if (!row) throw new Refusal('not_found')
  const item = await seenWork(act, row.workId)
  requireOverUnit(act, row.unit)
  if (!mayCheck(act.actor, item)) throw new Refusal('second_person')
  if (result === 'wrong' && reason === '')
    throw new Refusal('invalid_input', { problems: [{ field: 'reason', code: 'missing' }] })
  const kept = { result, reason, checkedBy: actorId(act.actor), checkedAt: act.at }
  if (!(await keepResult(act.tx, id, kept))) throw new Refusal('changed_meanwhile')
  act.note({ verb: 'spotChecks.check', subjectKind: item.kind, subjectId: item.id, detail: { result } })
  if (result === 'wrong') {
    const { calendar } = workingTime()
    const dueDay = addWorkdays(dayOf(act.at), supervisionRules().spotChecks.answerDays, calendar)
    await putOrder(act, item, { kind: 'revoke', reason, dueDay })
  }
  return presentChecks(act)
}
