import { blind } from '#db'
import { systemActor } from '#shared/access/actor.ts'
import { addDays, dayOf, momentOf } from '#shared/calendar/day.ts'
import { addWorkdays } from '#shared/calendar/working-days.ts'
import { newId } from '#shared/id.ts'
import type { ChecksView } from '#shared/supervision/views.ts'
import { actorId } from '#shared/access/actor.ts'
import type { Act } from '../act.ts'
import { asking, perform } from '../perform.ts'
import { promiserOf } from '../cases/index.ts'
import { workingTime } from '../settings/index.ts'
import { timeline, workOf, type WorkRow } from '../work/index.ts'
import { presentChecks } from './present-checks.ts'
import { requireOverUnit } from './over.ts'
import { supervisionRules } from './rules.ts'
import { decidedBetween, insertChecks, type CheckRow } from './store/checks.ts'

/** The moves by which a case item is decided. */
export const DECIDING = ['grant', 'approveGrant', 'deny', 'approveDenial']

/** Something was granted: a share of what rules decide, and of what people decide, is drawn for checking. */
export async function handleDraw({ workId = '' }: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('supervision'), at), async (act) => {
    const item = await workOf(act.tx, workId)
    const decided = (await timeline(act.tx, workId)).findLast(({ move }) => DECIDING.includes(move))
    if (!item || !decided) return
    const decidedBy = decided.by === 'system' ? 'rule' : 'person'
    await demandPromiseCheck(act, item, decidedBy)
    const { rulePercent, personPercent } = supervisionRules().spotChecks
    if (!isDrawn(workId, decidedBy === 'rule' ? rulePercent : personPercent)) return
    const drawn = await insertChecks(act.tx, [
      { ...UNCHECKED, id: newId(act.at), workId, unit: item.unit, decidedBy, drawnAt: act.at, drawnBy: '' },
    ])
    if (drawn > 0)
      act.note({ verb: 'spotChecks.draw', subjectKind: item.kind, subjectId: item.id, detail: { decidedBy } })
  })
}

/** What was granted on a promise is checked afterwards, each of it, by a day (国办发〔2020〕42号). */
async function demandPromiseCheck(act: Act, item: WorkRow, decidedBy: CheckRow['decidedBy']): Promise<void> {
  if ((await promiserOf(act, item.id)) === undefined) return
  const { calendar } = workingTime()
  const dueDay = addWorkdays(dayOf(act.at), supervisionRules().promises.checkDays, calendar)
  const check: CheckRow = {
    ...UNCHECKED,
    id: newId(act.at),
    workId: item.id,
    unit: item.unit,
    decidedBy,
    drawnAt: act.at,
    drawnBy: '',
  }
  await insertChecks(act.tx, [{ ...check, kind: 'promise', dueDay }])
}

/** Draws a share of what a department decided on a day, at least one. */
export async function drawChecks(
  act: Act,
  { unit, day, percent }: { unit: string; day: string; percent: number },
): Promise<ChecksView> {
  requireOverUnit(act, unit)
  const decided = await decidedBetween(act.tx, unit, DECIDING, momentOf(day), momentOf(addDays(day, 1)))
  const byChance = decided
    .map((each) => ({ ...each, chance: blind(`${each.workId} ${act.trace}`) }))
    .sort((a, b) => (a.chance < b.chance ? -1 : 1))
  const rows = byChance
    .slice(0, Math.ceil((decided.length * percent) / 100))
    .map(({ workId, actorKind }): CheckRow => ({
      ...UNCHECKED,
      id: newId(act.at),
      workId,
      unit,
      decidedBy: actorKind === 'system' ? 'rule' : 'person',
      drawnAt: act.at,
      drawnBy: actorId(act.actor),
    }))
  const drawn = await insertChecks(act.tx, rows)
  act.note({ verb: 'spotChecks.draw', subjectKind: 'unit', subjectId: unit, detail: { day, percent, drawn } })
  return presentChecks(act)
}

/** By a hash that nobody can guess, so that the same item is drawn or not however often it is asked. */
function isDrawn(workId: string, percent: number): boolean {
  const hash = Buffer.from(blind(`spot check ${workId}`), 'base64url').readUInt32BE(0)
  return hash < (percent / 100) * 2 ** 32
}

const UNCHECKED = { kind: 'drawn', dueDay: '', result: '', reason: '', checkedBy: '', checkedAt: 0 } as const
