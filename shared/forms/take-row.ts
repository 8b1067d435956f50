import type { Bundle } from '../catalog/bundle.ts'
import type { LookupPlan } from '../catalog/life-event.ts'
import { readable } from '../elements/readable.ts'
import { takeKnown } from '../elements/value.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Known, UnusableValue } from './draft.ts'

/** What a register's row comes to in a form. */
export interface TakenRow {
  knowns: Record<string, Known>
  unusable: Record<string, UnusableValue>
}

/**
 * Takes over a register's row by a life event's plan. Values are judged when they arrive, by form, range and code
 * list: what does not fit its element is set aside, and what is empty says nothing.
 * @param at when it was asked, epoch milliseconds
 * @param today `YYYY-MM-DD`
 */
export function takeRow(
  { elements }: Pick<Bundle, 'elements'>,
  { resource, gives, locked }: LookupPlan,
  row: Readonly<Record<string, FactValue>>,
  { at, today }: { at: number; today: string },
): TakenRow {
  const taken: TakenRow = { knowns: {}, unusable: {} }
  for (const [code, field] of Object.entries(gives)) {
    const element = elements[code]
    const given = row[field]
    if (!element || given === undefined || given === '') continue
    const { value, fault } = takeKnown(element, given, { today })
    if (fault || value === undefined) taken.unusable[code] = { resource, field, value: readable(given), at }
    else
      taken.knowns[code] = {
        value,
        source: { kind: 'exchange', resource, at },
        locked: locked.includes(code),
      }
  }
  return taken
}
