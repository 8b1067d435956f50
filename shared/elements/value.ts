import { fault, type Fault } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Lang } from '../text.ts'
import type { DataElement } from './element.ts'
import { typeOf } from './types.ts'
import type { CheckContext, RawValue } from './value-type.ts'

/** Cleans and checks what was given for an element; a required blank is a fault of its own. */
export function takeValue(
  element: DataElement,
  raw: RawValue,
  required: boolean,
  context: CheckContext,
): { value: FactValue | undefined; fault: Fault | null } {
  const type = typeOf(element)
  const value = type.clean(raw)
  if (value === undefined) return { value, fault: required ? fault('missing') : null }
  return { value, fault: type.check(value, element, context) }
}

/** The value as people read it. */
export function showValue(element: DataElement, value: FactValue, lang: Lang): string {
  return typeOf(element).show(value, element, lang)
}

/** The value as it is shown where it might be overlooked: sensitive ones masked, others whole. */
export function showMasked(element: DataElement, value: FactValue, lang: Lang): string {
  if (element.sensitivity !== 'sensitive') return showValue(element, value, lang)
  const { mask } = typeOf(element)
  return mask ? mask(value) : `${[...String(value)][0] ?? ''}***`
}
