import type { Reader } from '#db'
import { actorId } from '#shared/access/actor.ts'
import { addDays, dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { ChecksView } from '#shared/supervision/views.ts'
import type { Act } from '../act.ts'
import { promiserOf } from '../cases/index.ts'
import { tell } from '../notices/index.ts'
import { workOf, type WorkRow } from '../work/index.ts'
import { requireOverUnit } from './over.ts'
import { presentChecks } from './present-checks.ts'
import { supervisionRules } from './rules.ts'
import { checkOf } from './store/checks.ts'
import { brokenById, insertBroken, isWithheld, liftBroken } from './store/promises.ts'

/** Whether somebody's broken promise keeps them from promising now. */
export function isPromiseWithheld(reader: Reader, subjectId: string, at: number): Promise<boolean> {
  return isWithheld(reader, subjectId, dayOf(at))
}

/**
 * A decision that rested on a promise was revoked because the check found it broken: whoever gave it may promise nothing
 * more for a while, and is told so. Done twice it changes nothing.
 */
export async function markBroken(act: Act, item: WorkRow): Promise<void> {
  const check = await checkOf(act.tx, item.id, 'promise')
  if (check?.result !== 'wrong') return
  const subjectId = await promiserOf(act, item.id)
  if (subjectId === undefined) return
  const untilDay = addDays(dayOf(act.at), supervisionRules().promises.withheldDays)
  const added = await insertBroken(act.tx, {
    id: newId(act.at),
    subjectId,
    workId: item.id,
    reason: check.reason,
    by: check.checkedBy,
    at: act.at,
    untilDay,
    liftedAt: 0,
    liftedBy: '',
    liftReason: '',
  })
  if (!added) return
  act.note({ verb: 'promises.break', subjectKind: 'caseItem', subjectId: item.id, detail: { untilDay } })
  if (item.ownerId)
    await tell(
      act,
      item.ownerId,
      'promise_broken',
      `promise_broken ${item.id}`,
      { no: item.no, until: untilDay },
      `/cases/${item.no}`,
    )
}

/** Takes the mark of a broken promise back, with reasons: it was found wrong, or has been made good. */
export async function liftPromise(
  act: Act,
  { promise: id, reason }: { promise: string; reason: string },
): Promise<ChecksView> {
  const row = await brokenById(act.tx, id)
  const item = row && (await workOf(act.tx, row.workId))
  if (!row || !item) throw new Refusal('not_found')
  requireOverUnit(act, item.unit)
  const given = { liftedAt: act.at, liftedBy: actorId(act.actor), liftReason: reason }
  if (!(await liftBroken(act.tx, id, given))) throw new Refusal('changed_meanwhile')
  act.note({ verb: 'promises.lift', subjectKind: 'caseItem', subjectId: item.id })
  return presentChecks(act)
}
