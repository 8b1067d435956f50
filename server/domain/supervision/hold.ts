import type { StaffActor } from '#shared/access/actor.ts'
import { personsOf } from '#shared/access/stand-in.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'
import type { HoldView } from '#shared/supervision/views.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import { canHave, turnAfter } from '#shared/work/turn.ts'
import type { Act, Look } from '../act.ts'
import { absencesOf, staffAt } from '../identity/index.ts'
import { hrefOf } from '../insight/index.ts'
import { holderOf, recordAct, requireNotHeld, type WorkRow } from '../work/index.ts'
import { isOver, requireOverUnit, seenWork } from './over.ts'
import { ordersOn } from './present-orders.ts'

/** Who has a work item on their desk, what is ordered about it, and what this actor may do. */
export async function readHold(look: Look, { item: id }: { item: string }): Promise<HoldView> {
  return presentHold(look, await seenWork(look, id))
}

export async function presentHold(look: Act | Look, item: WorkRow): Promise<HoldView> {
  const { actor } = look
  const holder = await holderOf(look.tx, item)
  const own = holder !== null && personsOf(actor).includes(holder.id)
  const open = item.closedAt === 0
  const over = open && isOver(look, item.unit)
  const people = over ? await candidatesFor(look, item) : []
  const claims = open && !holder && isTurn(item) && canHave(MOVE_TABLES[item.kind], item, actor)
  return {
    href: hrefOf(item),
    holder: holder && { name: holder.name, since: holder.since, own },
    may: [
      ...(claims ? ['claim' as const] : []),
      ...(open && own ? ['putBack' as const] : []),
      ...(over ? (['assign', 'order'] as const) : []),
    ],
    people: people.map(({ id, name }) => ({ id, name })),
    orders: await ordersOn(look, item),
  }
}

/** Somebody takes a work item onto their desk: from now on nobody else there can move it. */
export async function claimWork(act: Act, { item: id }: { item: string }): Promise<HoldView> {
  const item = await seenWork(act, id)
  await requireNotHeld(act, item)
  const { actor } = act
  if (item.closedAt !== 0 || !isTurn(item) || !canHave(MOVE_TABLES[item.kind], item, actor))
    throw new Refusal('move_not_possible', { possible: [] })
  if (actor.kind !== 'staff' || item.assignee !== '') return presentHold(act, item)
  return presentHold(act, await recordAct(act, item, 'claim', { assignee: actor.id }))
}

/** Somebody puts back what they have on their desk, for anybody to take. */
export async function putBackWork(act: Act, { item: id }: { item: string }): Promise<HoldView> {
  const item = await seenWork(act, id)
  await requireNotHeld(act, item)
  if (item.assignee === '') return presentHold(act, item)
  return presentHold(act, await recordAct(act, item, 'putBack', { assignee: '' }))
}

/** A supervisor or the head of office gives a work item to somebody, or takes it away from whoever has it. */
export async function assignWork(
  act: Act,
  { item: id, to, reason }: { item: string; to: string; reason: string },
): Promise<HoldView> {
  const item = await seenWork(act, id)
  requireOverUnit(act, item.unit)
  if (item.closedAt !== 0) throw new Refusal('move_not_possible', { possible: [] })
  const candidates = await candidatesFor(act, item)
  if (to !== '' && !candidates.some((each) => each.id === to))
    throw new Refusal('invalid_input', { problems: [{ field: 'to', code: 'cannot_take_it' }] })
  return presentHold(
    act,
    await recordAct(act, item, 'assign', {
      assignee: to,
      note: reason,
      data: { from: item.assignee, to },
    }),
  )
}

/** Everybody who could have an item on their desk and is there today. */
export async function candidatesFor(look: Act | Look, item: WorkRow): Promise<StaffActor[]> {
  const table = MOVE_TABLES[item.kind]
  const staff = (await staffAt(look.tx, item.unit, turnAfter(table, item.state))).filter((each) =>
    canHave(table, item, each),
  )
  const away = await absencesOf(
    look,
    staff.map(({ id }) => id),
  )
  const today = dayOf(look.at)
  const absent = new Set(away.filter(({ fromDay }) => fromDay <= today).map(({ staffId }) => staffId))
  return staff.filter(({ id }) => !absent.has(id))
}

function isTurn({ kind, state }: WorkRow): boolean {
  return MOVE_TABLES[kind].turn[state] !== undefined
}
