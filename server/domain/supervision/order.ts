import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { HoldView } from '#shared/supervision/views.ts'
import type { Act } from '../act.ts'
import { recordAct, type WorkRow } from '../work/index.ts'
import { presentHold } from './hold.ts'
import { requireOverUnit, seenWork } from './over.ts'
import { mayAnswer } from './present-orders.ts'
import { answerOrderRow, insertOrder, openOrdersOf, orderById, type OrderRow } from './store/orders.ts'

/** Whoever watches over work orders that something be done about it, until a day (督办). */
export async function orderWork(
  act: Act,
  { item: id, reason, dueDay }: { item: string; reason: string; dueDay: string },
): Promise<HoldView> {
  const item = await seenWork(act, id)
  requireOverUnit(act, item.unit)
  if (item.closedAt !== 0) throw new Refusal('move_not_possible', { possible: [] })
  if (dueDay < dayOf(act.at))
    throw new Refusal('invalid_input', { problems: [{ field: 'dueDay', code: 'day_passed' }] })
  return presentHold(act, await putOrder(act, item, { kind: 'urge', reason, dueDay }))
}

/** Writes an order with its event. Answers the item as it is afterwards. */
export async function putOrder(
  act: Act,
  item: WorkRow,
  { kind, reason, dueDay }: Pick<OrderRow, 'kind' | 'reason' | 'dueDay'>,
): Promise<WorkRow> {
  const id = newId(act.at)
  await insertOrder(act.tx, {
    id,
    workId: item.id,
    unit: item.unit,
    kind,
    reason,
    dueDay,
    by: actorId(act.actor),
    at: act.at,
    answeredAt: 0,
    answeredBy: '',
    answer: '',
  })
  return recordAct(act, item, 'order', { note: reason, data: { order: id, kind, dueDay } })
}

/** Whoever has the work answers what was ordered. */
export async function answerOrder(
  act: Act,
  { item: id, order: orderId, answer }: { item: string; order: string; answer: string },
): Promise<HoldView> {
  const item = await seenWork(act, id)
  const order = await orderById(act.tx, orderId)
  if (!order || order.workId !== item.id) throw new Refusal('not_found')
  if (!mayAnswer(act.actor, order, item)) throw new Refusal('not_allowed')
  return presentHold(act, await keepAnswer(act, item, order, answer))
}

/** What was found wrong and has been revoked is answered by that. */
export async function answerRevoked(act: Act, item: WorkRow, answer: string): Promise<void> {
  const orders = (await openOrdersOf(act.tx, item.id)).filter(({ kind }) => kind === 'revoke')
  let now = item
  for (const order of orders) now = await keepAnswer(act, now, order, answer)
}

async function keepAnswer(act: Act, item: WorkRow, order: OrderRow, answer: string): Promise<WorkRow> {
  const given = { answer, answeredAt: act.at, answeredBy: actorId(act.actor) }
  if (!(await answerOrderRow(act.tx, order.id, given))) throw new Refusal('changed_meanwhile')
  return recordAct(act, item, 'answerOrder', { note: answer, data: { order: order.id } })
}
