import { dayOf } from '#shared/calendar/day.ts'
import type { AbsencesView } from '#shared/supervision/views.ts'
import type { Act, Look } from '../act.ts'
import {
  absencesOf,
  colleagues,
  endAbsence,
  enterAbsence,
  headOf,
  staffNames,
  type NewAbsence,
} from '../identity/index.ts'
import { unitName } from './names.ts'

/** Who is away and who stands in: of oneself, and of one's people for heads of office. */
export async function readAbsences(look: Look): Promise<AbsencesView> {
  return presentAbsences(look)
}

export async function enterAbsenceAtDesk(act: Act, given: NewAbsence): Promise<AbsencesView> {
  await enterAbsence(act, given)
  return presentAbsences(act)
}

export async function endAbsenceAtDesk(act: Act, given: { absence: string }): Promise<AbsencesView> {
  await endAbsence(act, given)
  return presentAbsences(act)
}

async function presentAbsences(look: Act | Look): Promise<AbsencesView> {
  const { actor, lang } = look
  const today = dayOf(look.at)
  if (actor.kind !== 'staff') return { absences: [], people: [], others: [], today }
  const over = headOf(actor)
  const others = await colleagues(look.tx, over === 'all' ? 'all' : [...new Set([...actor.units, ...over])])
  const mine = (id: string, unit: string) => id === actor.id || over === 'all' || over.includes(unit)
  const people = others.filter(({ id, unit }) => mine(id, unit))
  const theirs = new Set(people.map(({ id }) => id))
  const rows = await absencesOf(look, [...theirs])
  const names = await staffNames(
    look.tx,
    rows.flatMap(({ staffId, standInId }) => [staffId, standInId]),
  )
  const choice = ({ id, name, unit }: { id: string; name: string; unit: string }) => ({
    id,
    name,
    unit: unitName(unit, lang),
  })
  return {
    today,
    people: people.map(choice),
    others: others.map(choice),
    absences: rows.map((row) => ({
      id: row.id,
      person: names.get(row.staffId) ?? '',
      standIn: names.get(row.standInId) ?? '',
      fromDay: row.fromDay,
      toDay: row.toDay,
      reason: row.reason,
      now: row.fromDay <= today,
      mayEnd: theirs.has(row.staffId),
    })),
  }
}
