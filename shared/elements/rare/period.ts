import { fault } from '../../problem.ts'
import { date } from '../types/date.ts'
import type { DataElement } from '../element.ts'
import { textsOf, type RawValue, type ValueType } from '../value-type.ts'
import { month } from './month.ts'

/** From a day (or month) to another, both included; kept as ISO 8601 keeps it: `2026-01-01/2026-06-30`. */
export const period: ValueType = {
  clean(raw, element, context) {
    const parts = bothOf(raw).map((part) => partType(element).clean(part, element, context) ?? '')
    return parts.every((part) => part === '') ? undefined : parts.join('/')
  },
  check(value, element, context) {
    const [from = '', to = ''] = bothOf(String(value))
    const type = partType(element)
    if (from === '' || to === '') return fault('period_both')
    const wrong = type.check(from, element, context) ?? type.check(to, element, context)
    return wrong ?? (to < from ? fault('period_order') : null)
  },
  show(value, element, lang) {
    const [from = '', to = ''] = bothOf(String(value)).map((part) =>
      partType(element).show(part, element, lang),
    )
    return lang === 'zh' ? `${from}至${to}` : `${from} to ${to}`
  },
  typed: (value) => bothOf(String(value)),
  input: { kind: 'period' },
}

function partType(element: DataElement): ValueType {
  return element.months ? month : date
}

/** The two ends: posted as two texts, kept as one. */
function bothOf(raw: RawValue): string[] {
  const texts = textsOf(raw)
  const [only = '', second = ''] = texts.length === 1 ? (texts[0] ?? '').split('/', 2) : texts
  return [only, second]
}
