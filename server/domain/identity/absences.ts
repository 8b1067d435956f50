import { can, unitsWith } from '#shared/access/can.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { staffById, unitsOfStaff } from './staff.ts'
import {
  absenceById,
  absencesWithin,
  endAbsenceRow,
  insertAbsence,
  type AbsenceRow,
} from './store/absences.ts'

/** Longer than anybody is away and has no successor. */
const FOREVER = '9999-12-31'

/** A time in which somebody is away, as it is entered. */
export interface NewAbsence {
  person: string
  standIn: string
  fromDay: string
  toDay: string
  reason: string
}

/**
 * Enters that somebody is away and who does their work meanwhile: oneself, or the head of one's office. Whoever stands
 * in is there in that time and works in the same department; nobody stands in for a stand-in.
 * @throws Refusal invalid_input, not_found
 */
export async function enterAbsence(act: Act, given: NewAbsence): Promise<AbsenceRow> {
  const { person, standIn, fromDay, toDay, reason } = given
  await requireOver(act, person)
  if (toDay < fromDay) throw refused('toDay', 'ends_before_start')
  if (toDay < dayOf(act.at)) throw refused('toDay', 'day_passed')
  const units = await unitsOfStaff(act.tx, person)
  const shared = (await unitsOfStaff(act.tx, standIn)).some((unit) => units.includes(unit))
  if (standIn === person || !shared) throw refused('standIn', 'stand_in_other_unit')
  if (!(await mayCombine(act, person, standIn))) throw refused('standIn', 'stand_in_auditor')
  const others = await absencesWithin(act.tx, [person, standIn], fromDay, toDay)
  if (others.some(({ staffId }) => staffId === person)) throw refused('fromDay', 'absent_already')
  if (others.some(({ staffId }) => staffId === standIn)) throw refused('standIn', 'stand_in_absent')
  if (others.some(({ standInId }) => standInId === person)) throw refused('person', 'stands_in_then')
  const row = {
    id: newId(act.at),
    staffId: person,
    standInId: standIn,
    fromDay,
    toDay,
    reason,
    by: idOf(act),
    endedAt: 0,
  }
  await insertAbsence(act.tx, row)
  act.note({
    verb: 'absences.enter',
    subjectKind: 'staff',
    subjectId: person,
    detail: { absence: row.id, standIn, fromDay, toDay },
  })
  return row
}

/** Somebody is back earlier, or will not be away: the stand-in has no more of their rights, at once. */
export async function endAbsence(act: Act, { absence: id }: { absence: string }): Promise<AbsenceRow> {
  const row = await absenceById(act.tx, id)
  if (!row) throw new Refusal('not_found')
  await requireOver(act, row.staffId)
  if (!(await endAbsenceRow(act.tx, id, act.at))) throw new Refusal('changed_meanwhile')
  act.note({ verb: 'absences.end', subjectKind: 'staff', subjectId: row.staffId, detail: { absence: id } })
  return { ...row, endedAt: act.at }
}

/** Absences that hold now or will, of some members of staff. */
export function absencesOf(look: Act | Look, staffIds: readonly string[]): Promise<AbsenceRow[]> {
  return absencesWithin(look.tx, staffIds, dayOf(look.at), FOREVER)
}

/** The units of which somebody is the head; everywhere for whoever supervises. */
export function headOf(actor: Act['actor']): string[] | 'all' {
  return unitsWith(actor, 'work.supervise') === 'all' ? 'all' : unitsWith(actor, 'cases.approve')
}

/** @throws Refusal not_found unless somebody may arrange another's work: it is theirs, or they are the head. */
export async function requireOver({ actor, tx }: Act | Look, person: string): Promise<void> {
  if (actor.kind === 'staff' && actor.id === person) return
  const over = headOf(actor)
  if (over === 'all') return
  const units = await unitsOfStaff(tx, person)
  if (!units.some((unit) => over.includes(unit))) throw new Refusal('not_found')
}

/** Whoever audits does nothing that is audited (domain.md §10.2): only auditors stand in for each other. */
async function mayCombine({ tx }: Act, person: string, standIn: string): Promise<boolean> {
  const [away, there] = await Promise.all([staffById(tx, person), staffById(tx, standIn)])
  if (!away || !there) return false
  return can(away, 'audit.read') === can(there, 'audit.read')
}

function idOf({ actor }: Act): string {
  return actor.kind === 'staff' ? actor.id : ''
}

function refused(field: string, code: string): Refusal {
  return new Refusal('invalid_input', { problems: [{ field, ...fault(code) }] })
}
