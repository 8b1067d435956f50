import { actorId, type Actor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { OrderLine, OrderView } from '#shared/supervision/views.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import { canHave } from '#shared/work/turn.ts'
import type { Act, Look } from '../act.ts'
import { staffNames } from '../identity/index.ts'
import { hrefOf, titleOf } from '../insight/index.ts'
import type { WorkRow } from '../work/index.ts'
import { unitName } from './names.ts'
import { isOver } from './over.ts'
import { openOrders, openOrdersOf, type OrderRow } from './store/orders.ts'
import { workByIds } from './store/loads.ts'

/** So many open orders stand on the overview. */
const MOST = 50

/** The open orders about a work item. */
export async function ordersOn(look: Act | Look, item: WorkRow): Promise<OrderView[]> {
  const rows = await openOrdersOf(look.tx, item.id)
  const names = await namesIn(look, rows)
  return rows.map((row) => presentOrder(look, row, item, names))
}

/** The open orders of some units, with the work they are about. */
export async function orderLines(look: Look, units: readonly string[] | 'all'): Promise<OrderLine[]> {
  const rows = await openOrders(look.tx, units, MOST)
  const names = await namesIn(look, rows)
  const items = await workByIds(
    look.tx,
    rows.map(({ workId }) => workId),
  )
  return rows.flatMap((row) => {
    const item = items.get(row.workId)
    if (!item) return []
    return [
      {
        ...presentOrder(look, row, item, names),
        no: item.no,
        title: titleOf(item, look),
        unit: unitName(row.unit, look.lang),
        href: hrefOf(item),
      },
    ]
  })
}

/** Whether somebody answers for an order: whoever works on it or heads the office, and did not give it. */
export function mayAnswer(actor: Actor, order: OrderRow, item: WorkRow): boolean {
  if (actor.kind !== 'staff' || order.by === actorId(actor)) return false
  return isOver({ actor }, item.unit) || canHave(MOVE_TABLES[item.kind], item, actor)
}

function presentOrder(
  { actor, at }: Act | Look,
  row: OrderRow,
  item: WorkRow,
  names: Map<string, string>,
): OrderView {
  return {
    id: row.id,
    kind: row.kind,
    reason: row.reason,
    dueDay: row.dueDay,
    overdue: row.dueDay < dayOf(at),
    by: names.get(row.by) ?? '',
    at: row.at,
    mayAnswer: mayAnswer(actor, row, item),
  }
}

function namesIn({ tx }: Act | Look, rows: readonly OrderRow[]): Promise<Map<string, string>> {
  return staffNames(
    tx,
    rows.map(({ by }) => by),
  )
}
