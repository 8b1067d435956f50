import { takeValue } from '#shared/elements/value.ts'
import type { DataElement } from '#shared/elements/element.ts'
import type { RawValue } from '#shared/elements/value-type.ts'

export const TODAY = '2026-11-23'

/** An element of a type, with whatever else a test needs. */
export function element(type: DataElement['type'], rest: Partial<DataElement> = {}): DataElement {
  return { code: 'test.element', type, label: { zh: '测试', en: 'Test' }, sensitivity: 'open', ...rest }
}

/** What becomes of a typed value: the cleaned value, and the code of what is wrong with it or null. */
export function take(type: DataElement['type'], raw: RawValue, rest: Partial<DataElement> = {}) {
  const { value, fault } = takeValue(element(type, rest), raw, true, { today: TODAY })
  return { value, problem: fault?.code ?? null }
}
