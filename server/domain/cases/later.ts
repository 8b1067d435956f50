import { itemOf, type Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { addWorkdays } from '#shared/calendar/working-days.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import { planOf } from '#shared/forms/plan.ts'
import { holds, type Facts } from '#shared/rules/judge.ts'
import { workingCalendar } from '../settings/index.ts'
import type { WorkRow } from '../work/index.ts'

/**
 * Tolerated acceptance (容缺受理): materials that may come later and were not handed in, with the working day by which
 * each must come. Nothing when everything is there.
 */
export function laterMaterials(
  bundle: Bundle,
  content: CaseContent,
  accepted: readonly WorkRow[],
  facts: Facts,
  at: number,
): NonNullable<CaseContent['later']> {
  const codes = new Set(accepted.flatMap((item) => materialsFor(bundle, item, facts)))
  return [...codes].flatMap((code) => {
    const material = bundle.materials[code]
    if (!material || material.tolerantDays === undefined || !content.missing?.includes(code)) return []
    if (!holds(material.when, facts)) return []
    return [{ material: code, dueDay: addWorkdays(dayOf(at), material.tolerantDays, workingCalendar()) }]
  })
}

/** The materials of an item, with those that the situation adds to it. */
export function materialsFor(bundle: Bundle, { topic }: Pick<WorkRow, 'topic'>, facts: Facts): string[] {
  return [...itemOf(bundle, topic).materials, ...(planOf(bundle, facts).added.get(topic) ?? [])]
}
