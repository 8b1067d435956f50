import { can } from '#shared/access/can.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { supervisedUnits, workOf, workVisible, type WorkRow } from '../work/index.ts'

/** A work item that an actor may see. @throws Refusal not_found */
export async function seenWork({ tx, actor }: Act | Look, id: string): Promise<WorkRow> {
  const item = await workOf(tx, id)
  if (!item || actor.kind !== 'staff' || !workVisible(item, actor)) throw new Refusal('not_found')
  return item
}

/** Whether an actor watches over a unit: a supervisor, or its head of office. */
export function isOver({ actor }: Pick<Act, 'actor'>, unit: string): boolean {
  return can(actor, 'work.supervise', unit) || can(actor, 'cases.approve', unit)
}

/** @throws Refusal not_allowed unless the actor watches over the unit */
export function requireOverUnit(act: Pick<Act, 'actor'>, unit: string): void {
  if (!isOver(act, unit)) throw new Refusal('not_allowed')
}

/** The units an actor watches over. @throws Refusal not_allowed when there are none */
export function unitsOver({ actor }: Pick<Act, 'actor'>): string[] | 'all' {
  const units = supervisedUnits(actor)
  if (units !== 'all' && units.length === 0) throw new Refusal('not_allowed')
  return units
}
