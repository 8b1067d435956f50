import { actorId } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { HandOverView } from '#shared/supervision/views.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import { canHave, turnAfter } from '#shared/work/turn.ts'
import { can } from '#shared/access/can.ts'
import type { StaffActor } from '#shared/access/actor.ts'
import type { Act, Look } from '../act.ts'
import { requireOver, staffById, staffNames, unitsOfStaff } from '../identity/index.ts'
import { recordAct, type WorkRow } from '../work/index.ts'
import { handOverById, insertHandOver, type HandOverRow } from './store/hand-overs.ts'
import { heldBy } from './store/loads.ts'

type Fault = HandOverView['lines'][number]['fault']

/**
 * All work on somebody's desk goes to another at once. What the other may not have, because they accepted it or have no
 * right to it, is put back for anybody; the report says which and why.
 */
export async function handOver(
  act: Act,
  { from, to, reason }: { from: string; to: string; reason: string },
): Promise<HandOverView> {
  await requireOver(act, from)
  const [units, taker] = await Promise.all([unitsOfStaff(act.tx, from), staffById(act.tx, to)])
  if (!taker || to === from || !taker.units.some((unit) => units.includes(unit)))
    throw new Refusal('invalid_input', { problems: [{ field: 'to', code: 'stand_in_other_unit' }] })
  const id = newId(act.at)
  const lines = []
  for (const item of await heldBy(act.tx, from)) {
    const fault = faultOf(item, taker)
    await recordAct(act, item, fault === '' ? 'assign' : 'putBack', {
      assignee: fault === '' ? to : '',
      note: reason,
      data: { from, to: fault === '' ? to : '', handOver: id },
    })
    lines.push({ workId: item.id, kind: item.kind, no: item.no, fault })
  }
  const row: HandOverRow = {
    id,
    fromId: from,
    toId: to,
    unit: units[0] ?? '',
    by: actorId(act.actor),
    at: act.at,
    reason,
    moved: lines.filter(({ fault }) => fault === '').length,
    lines,
  }
  await insertHandOver(act.tx, row)
  act.note({
    verb: 'work.handOver',
    subjectKind: 'staff',
    subjectId: from,
    detail: { handOver: id, to, moved: row.moved, left: lines.length - row.moved },
  })
  return present(act, row)
}

/** The report of a hand-over, for whoever took part in it or heads the office. */
export async function readHandOver(
  look: Look,
  { handOver: id }: { handOver: string },
): Promise<HandOverView> {
  const row = await handOverById(look.tx, id)
  if (!row) throw new Refusal('not_found')
  if (![row.toId, row.by].includes(actorId(look.actor))) await requireOver(look, row.fromId)
  return present(look, row)
}

function faultOf(item: WorkRow, taker: StaffActor): Fault {
  const table = MOVE_TABLES[item.kind]
  if (canHave(table, item, taker)) return ''
  return turnAfter(table, item.state).some((right) => can(taker, right, item.unit)) ? 'barred' : 'no_right'
}

async function present({ tx }: Act | Look, row: HandOverRow): Promise<HandOverView> {
  const names = await staffNames(tx, [row.fromId, row.toId, row.by])
  const { id, at, reason, moved, lines } = row
  return {
    id,
    from: names.get(row.fromId) ?? '',
    to: names.get(row.toId) ?? '',
    by: names.get(row.by) ?? '',
    at,
    reason,
    moved,
    lines: lines.map(({ no, kind, fault }) => ({ no, kind, fault })),
  }
}
