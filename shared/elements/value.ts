import type { FactValue } from '../rules/condition.ts'
import type { Lang } from '../text.ts'
import type { DataElement } from './element.ts'
import { takeAs, type Taken } from './take.ts'
import { typeOf } from './types.ts'
import type { CheckContext, RawValue } from './value-type.ts'

/** Cleans and checks what was given for an element; a required blank is a fault of its own. */
export function takeValue(
  element: DataElement,
  raw: RawValue,
  required: boolean,
  context: CheckContext,
): Taken {
  return takeAs(typeOf(element), element, raw, required, context)
}

/** Cleans and checks what a register says: a value as it is kept, not as it is typed (money in fen, not in yuan). */
export function takeKnown(element: DataElement, value: FactValue, context: CheckContext): Taken {
  return takeValue(element, typedValue(element, value), true, context)
}

/** What a person would type to say the same. */
export function typedValue(element: DataElement, value: FactValue): Exclude<RawValue, undefined> {
  return typeOf(element).typed?.(value, element) ?? String(value)
}

/** The value as people read it. */
export function showValue(element: DataElement, value: FactValue, lang: Lang): string {
  return typeOf(element).show(value, element, lang)
}

/** The value as it is shown where it might be overlooked: sensitive ones masked, in rows cell by cell. */
export function showMasked(element: DataElement, value: FactValue, lang: Lang): string {
  if (element.sensitivity !== 'sensitive' && !element.columns) return showValue(element, value, lang)
  const { mask } = typeOf(element)
  return mask ? mask(value, element, lang) : hideMost(String(value))
}

/** Of a number one can recognise its end; of anything else only how it begins. */
function hideMost(text: string): string {
  return /^[\dA-Z-]{8,}$/.test(text) ? `${text[0]}****${text.slice(-4)}` : `${[...text][0] ?? ''}***`
}
