import { addDays, dayOf } from '../calendar/day.ts'
import type { LookupPlan } from '../catalog/life-event.ts'
import type { FactValue } from '../rules/condition.ts'

/** By what the rows of a register are chosen: those about what is over, or of no use, are let go unseen. */
export type Chosen = Pick<LookupPlan, 'only' | 'recent'>

/**
 * The rows that have every one of the values, and are not too old. A field that was not answered is not the value.
 * @param at when it is asked, epoch milliseconds
 */
export function rowsOnly<Row extends Readonly<Record<string, FactValue>>>(
  rows: readonly Row[],
  { only = {}, recent }: Chosen,
  at: number,
): Row[] {
  const isRecent = (row: Row) =>
    !recent || String(row[recent.field] ?? '').slice(0, 10) >= addDays(dayOf(at), -recent.days)
  const isMeant = (row: Row) => Object.entries(only).every(([field, value]) => row[field] === value)
  return rows.filter((row) => isRecent(row) && isMeant(row))
}

/** The fields that rows are chosen by. */
export function fieldsChoosing({ only = {}, recent }: Chosen): string[] {
  return [...Object.keys(only), ...(recent ? [recent.field] : [])]
}

/**
 * The fields that a question of a life event needs: those that fill in elements, and those its rows are chosen by.
 * @param elements only what fills these
 */
export function fieldsWanted(plan: LookupPlan, elements = Object.keys(plan.gives)): string[] {
  const filling = elements.flatMap((code) => plan.gives[code] ?? [])
  return filling.length === 0 ? [] : [...new Set([...filling, ...fieldsChoosing(plan)])]
}
