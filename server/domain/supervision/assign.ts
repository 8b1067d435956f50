import { systemActor } from '#shared/access/actor.ts'
import { chosenOf } from '#shared/work/assignment.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import type { Act } from '../act.ts'
import { asking, perform } from '../perform.ts'
import { readSetting, writeSetting } from '../settings/index.ts'
import { assignmentMode, recordAct, workOf, type WorkRow } from '../work/index.ts'
import { candidatesFor } from './hold.ts'
import { heldCounts } from './store/loads.ts'

/** It is a department's turn: the work is given to somebody there by the department's rule, unless somebody took it. */
export async function handleAssign({ workId = '' }: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('assignment'), at), async (act) => {
    const item = await workOf(act.tx, workId)
    if (!item || item.assignee !== '' || item.closedAt !== 0) return
    if (!MOVE_TABLES[item.kind].turn[item.state]) return
    await assignByRule(act, item)
  })
}

async function assignByRule(act: Act, item: WorkRow): Promise<void> {
  const mode = assignmentMode(item.unit)
  if (mode === 'none') return
  const staff = (await candidatesFor(act, item)).filter(({ units }) => units.includes(item.unit))
  const loads = await heldCounts(
    act.tx,
    staff.map(({ id }) => id),
  )
  const before = new Set(Object.values(item.doers))
  const series = `assignment ${item.unit}`
  const last = await readSetting(act.tx, series)
  const chosen = chosenOf(
    mode,
    staff.map(({ id }) => ({ id, load: loads.get(id) ?? 0, knowsIt: before.has(id) })),
    typeof last === 'string' ? last : '',
  )
  if (chosen === undefined) return
  await recordAct(act, item, 'assign', { assignee: chosen, data: { from: '', to: chosen, mode } })
  if (mode === 'turn') await writeSetting(act.tx, series, chosen)
}
