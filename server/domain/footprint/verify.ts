import { maskName } from '#shared/elements/types/person-name.ts'
import type { MatterSeen } from '#shared/exchange/my-view.ts'
import { REPORT_DAYS } from '#shared/exchange/report-rules.ts'
import type { DeskObjectionView } from '#shared/exchange/report-view.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { dataOffice } from '../grants/index.ts'
import { personOf } from '../identity/index.ts'
import { emit } from '../jobs/index.ts'
import { moveWork, presentWork, workVisible } from '../work/index.ts'
import { applications } from './applications.ts'
import { findObjection, presentObjection, type FoundObjection } from './find-objection.ts'
import { updateObjection } from './store/reports.ts'

/** An objection at the desk; every look is audited. */
export async function readDeskObjection(look: Look, { no }: { no: string }): Promise<DeskObjectionView> {
  const found = await findObjection(look, no)
  look.note({ verb: 'dataObjection.read', subjectKind: 'dataObjection', subjectId: found.row.id })
  return present(found, look)
}

/** The data office hands it to the department that keeps the resource, which has five working days. */
export async function dispatchObjection(
  act: Act,
  { no, note }: { no: string; note: string },
): Promise<DeskObjectionView> {
  const { row, work } = await findObjection(act, no)
  const unit = catalog().one('resource', row.resource).provider
  const moved = await moveWork(act, work, 'dispatch', { note, unit, days: REPORT_DAYS.verify })
  return present({ row, work: moved }, act)
}

/**
 * The provider has looked into it: corrected, or not with the reason, or it is not theirs and goes back to the data
 * office. When it was corrected, drafts that used the value look anew.
 * @returns whether whoever decided still sees it
 */
export async function verifyObjection(
  act: Act,
  { no, decision, note }: { no: string; decision: 'correct' | 'reject' | 'return'; note: string },
): Promise<{ no: string; seen: boolean }> {
  const { row, work } = await findObjection(act, no)
  if (decision !== 'correct' && note === '')
    throw new Refusal('invalid_input', { problems: [{ field: 'note', ...fault('reason_missing') }] })
  const back = decision === 'return' && { unit: await dataOffice(act.tx), days: REPORT_DAYS.dispatch }
  const moved = await moveWork(act, work, decision, { note, ...back })
  if (decision === 'return') return { no, seen: workVisible(moved, act.actor) }
  const outcome = decision === 'correct' ? ('corrected' as const) : ('rejected' as const)
  await updateObjection(act.tx, row.id, { outcome, answer: note || null, decidedAt: act.at })
  const { personId: person, resource, field, subject } = row
  await emit(act, `objection.${outcome}`, row.id, { person, resource, field, subject, no })
  return { no, seen: true }
}

async function present(found: FoundObjection, reading: Act | Look): Promise<DeskObjectionView> {
  const { row, work } = found
  const { daysLeft, provisional, moves } = presentWork(work, reading.actor, reading.at)
  const person = await personOf(reading.tx, row.personId)
  const matters = row.matterId
    ? await applications().describe(reading, [row.matterId])
    : new Map<string, MatterSeen>()
  return {
    ...(await presentObjection(found, reading)),
    person: person ? maskName(person.name) : '',
    caseNo: matters.get(row.matterId)?.no ?? '',
    daysLeft,
    provisional,
    moves,
  }
}
