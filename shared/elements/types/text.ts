import { fault, type Fault } from '../../problem.ts'
import type { FactValue } from '../../rules/condition.ts'
import type { DataElement } from '../element.ts'
import { textsOf, type RawValue, type ValueType } from '../value-type.ts'

/** Control characters, marks that turn the direction of text, and halves of characters. */
const CONTROL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u

/** The check of texts that may have so many code points. */
export function checkText(longest: number) {
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

/** Trims, folds white space, turns full-width letters and digits into half-width ones; punctuation stays. */
export function cleanText(raw: RawValue): string {
  return textsOf(raw)
    .join(' ')
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (c) =>
      String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/** One line of text. */
export const text: ValueType = {
  clean: (raw) => cleanText(raw) || undefined,
  check: checkText(100),
  show: (value) => String(value),
  input: { kind: 'line' },
}

/** Several lines of text. */
export const longText: ValueType = {
  clean: (raw) => textsOf(raw).join('\n').replace(/\r\n?/g, '\n').trim() || undefined,
  check: checkText(2000),
  show: (value) => String(value),
  input: { kind: 'lines' },
}

/** From the province to the first street, road, town or lane: what may be seen of an address. */
const TO_THE_STREET = /^\D{2,24}?(?:街道|大道|[镇乡路街巷弄])/u

/** An address as one line, from district to room; masked after the street. */
export const address: ValueType = {
  clean: (raw) => cleanText(raw) || undefined,
  check(value, element) {
    return [...String(value)].length < 5 ? fault('address_short') : checkText(120)(value, element)
  },
  show: (value) => String(value),
  mask(value) {
    const whole = String(value)
    return `${TO_THE_STREET.exec(whole)?.[0] ?? [...whole].slice(0, 6).join('')}****`
  },
  input: { kind: 'line', maxLength: 200 },
}
