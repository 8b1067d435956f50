import { itemOf } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { isWorkday } from '#shared/calendar/working-days.ts'
import type { InspectionView } from '#shared/cases/view.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { workingCalendar } from '../settings/index.ts'
import type { WorkView } from '#shared/work/view.ts'
import { presentWork, type WorkRow } from '../work/index.ts'
import { changeCase, loadCase, type LoadedCase } from './load.ts'

/**
 * One visit of several departments (联合踏勘): whoever reviews one of its items names the day for all of them. Naming
 * another day changes it.
 */
export async function planInspection(
  act: Act,
  { no, day, note }: { no: string; day: string; note: string },
): Promise<{ no: string }> {
  const loaded = await loadCase(act, no)
  const joint = jointItems(loaded)
  // A visit is often why an item is in a special procedure.
  const decides = ({ moves }: WorkView) => moves.includes('grant') || moves.includes('endProcedure')
  if (!joint.some((item) => decides(presentWork(item, act.actor, act.at))))
    throw new Refusal('move_not_possible', { possible: [] })
  if (day <= dayOf(act.at) || !isWorkday(day, workingCalendar()))
    throw new Refusal('invalid_input', { problems: [{ field: 'day', ...fault('not_a_workday') }] })
  const items = joint.filter((item) => item.closedAt === 0).map((item) => item.topic)
  await changeCase(act, loaded.row, {
    content: { ...loaded.row.content, inspection: { day, note, items } },
  })
  act.note({
    verb: 'cases.inspection',
    subjectKind: 'case',
    subjectId: loaded.row.id,
    detail: { no, day, items },
  })
  await emit(act, 'case.inspection', `${loaded.row.id}:${day}:${act.at}`, { caseId: loaded.row.id })
  return { no }
}

/** The items of a case that are inspected together; none when fewer than two of them are part of it. */
export function jointItems({ bundle, items }: LoadedCase): WorkRow[] {
  const codes = bundle.lifeEvent.jointInspection?.items ?? []
  const joint = items.filter((item) => codes.includes(item.topic))
  return joint.length > 1 ? joint : []
}

/** The day that was named, as people read it. */
export function presentInspection({ bundle, row }: LoadedCase, lang: Lang): InspectionView | null {
  const { inspection } = row.content
  return inspection
    ? { ...inspection, items: inspection.items.map((code) => say(itemOf(bundle, code).name, lang)) }
    : null
}
