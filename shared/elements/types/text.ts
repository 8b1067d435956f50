import { fault, type Fault } from '../../problem.ts'
import type { FactValue } from '../../rules/condition.ts'
import type { DataElement } from '../element.ts'
import { cleanLine, type ValueType } from '../value-type.ts'

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

function checkText(longest: number) {
  return (value: FactValue, element: DataElement): Fault | null => {
    const text = String(value)
    const max = element.maxLength ?? longest
    if (CONTROL.test(text)) return fault('text_control')
    if ([...text].length > max) return fault('too_long', { max })
    return element.pattern && !new RegExp(`^(?:${element.pattern})$`, 'u').test(text)
      ? fault('text_pattern')
      : null
  }
}

/** One line of text. */
export const text: ValueType = {
  clean: (raw) => cleanLine(raw) || undefined,
  check: checkText(100),
  show: (value) => String(value),
  input: { kind: 'line' },
}

/** Several lines of text. */
export const longText: ValueType = {
  clean: (raw) => [raw ?? ''].flat().join('\n').replace(/\r\n?/g, '\n').trim() || undefined,
  check: checkText(2000),
  show: (value) => String(value),
  input: { kind: 'lines' },
}

/** An address as one line, from district to room; masked after the street. */
export const address: ValueType = {
  clean: (raw) => cleanLine(raw) || undefined,
  check(value, element) {
    return [...String(value)].length < 5 ? fault('address_short') : checkText(120)(value, element)
  },
  show: (value) => String(value),
  mask: (value) => `${[...String(value)].slice(0, 6).join('')}****`,
  input: { kind: 'line', maxLength: 200 },
}
