import { fault, type Fault } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import type { DataElement } from './element.ts'
import type { CheckContext, RawValue, ValueType } from './value-type.ts'

/** What became of something typed: the cleaned value, valid or not, and why it cannot be taken. */
export interface Taken {
  value: FactValue | undefined
  fault: Fault | null
}

/** Cleans and checks what was given, by the element's type; a required blank is a fault of its own. */
export function takeAs(
  type: ValueType,
  element: DataElement,
  raw: RawValue,
  required: boolean,
  context: CheckContext,
): Taken {
  const value = type.clean(raw, element, context)
  if (value === undefined)
    return { value, fault: required && type.input.kind !== 'shown' ? fault('missing') : null }
  return { value, fault: type.check(value, element, context) }
}
