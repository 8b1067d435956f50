import type { ObjectionView } from '#shared/exchange/report-view.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { catalog, departmentName } from '../catalog/index.ts'
import { fileOf } from '../files/index.ts'
import { presentWork, timeline, workOf, workVisible, type WorkRow } from '../work/index.ts'
import { fieldName, resourceName } from './names.ts'
import { objectionByNo, type ObjectionRow } from './store/reports.ts'

/** An objection with its work item. */
export interface FoundObjection {
  row: ObjectionRow
  work: WorkRow
}

/**
 * Finds an objection through what the actor may see: whoever reported it, the data office, the department it is with.
 * @throws Refusal not_found
 */
export async function findObjection({ tx, actor }: Act | Look, no: string): Promise<FoundObjection> {
  const row = await objectionByNo(tx, no)
  const work = row && (await workOf(tx, row.workId))
  if (!row || !work || !workVisible(work, actor)) throw new Refusal('not_found')
  return { row, work }
}

/** An objection as everybody reads it who may. */
export async function presentObjection(
  { row, work }: FoundObjection,
  reading: Act | Look,
): Promise<ObjectionView> {
  const { tx, actor, at, lang } = reading
  const files = await Promise.all(row.evidence.map((id) => fileOf(tx, id)))
  const events = await timeline(tx, work.id)
  return {
    no: row.no,
    resource: resourceName(row.resource, lang),
    provider: departmentName(catalog().find('resource', row.resource)?.provider ?? '', lang),
    label: fieldName(row.resource, row.field, lang),
    was: row.was,
    should: row.should,
    why: row.why,
    files: files.flatMap((file) => (file ? [{ fileId: file.id, name: file.name }] : [])),
    state: work.state,
    department: departmentName(work.unit, lang),
    dueDay: presentWork(work, actor, at).dueDay,
    answer: row.answer,
    createdAt: row.createdAt,
    events: events.map(({ move, at: moment, by, note }) => ({ move, at: moment, by, note })),
  }
}
