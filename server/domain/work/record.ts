import { actorId } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { WorkAct } from '#shared/work/acts.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { askForSomebody } from './assignment.ts'
import { recount } from './store/counts.ts'
import { insertEvent, updateWork, type WorkRow } from './store.ts'

interface Recorded {
  /** Who has it on their desk afterwards, and which unit. */
  assignee?: string
  unit?: string
  /** What colleagues read. */
  note?: string
  /** Kept with the event. No personal data. */
  data?: Record<string, unknown>
}

/**
 * Does something to a work item that is no move: state and clock stay. Written by compare-and-set with event and audit
 * line, like a move.
 * @returns the item as it is afterwards
 * @throws Refusal changed_meanwhile
 */
export async function recordAct(act: Act, item: WorkRow, name: WorkAct, done: Recorded): Promise<WorkRow> {
  const { assignee = item.assignee, unit = item.unit, note = '', data = {} } = done
  if (!(await updateWork(act.tx, item, { assignee, unit }))) throw new Refusal('changed_meanwhile')
  const after = { ...item, assignee, unit, version: item.version + 1 }
  if (unit !== item.unit) await recount(act.tx, [item], [after])
  await insertEvent(act.tx, {
    id: newId(act.at),
    workId: item.id,
    seq: after.version,
    move: name,
    fromState: item.state,
    toState: item.state,
    actorKind: act.actor.kind,
    actorId: actorId(act.actor),
    at: act.at,
    note: note.trim() || null,
    data: unit === item.unit ? data : { ...data, fromUnit: item.unit },
  })
  act.note({
    verb: `${item.kind}.${name}`,
    subjectKind: item.kind,
    subjectId: item.id,
    detail: { no: item.no, ...data },
  })
  await emit(act, `${item.kind}.${name}`, `${item.id}:${after.version}`, {
    workId: item.id,
    parentId: item.parentId,
  })
  if (unit !== item.unit) await askForSomebody(act, after)
  return after
}
