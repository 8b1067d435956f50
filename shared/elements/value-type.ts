import type { Fault } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Lang } from '../text.ts'
import type { DataElement } from './element.ts'

/** What a form posts for one field: one text, or several for multiple choice. */
export type RawValue = string | string[] | undefined

/** What a check needs from outside: the day it is, `YYYY-MM-DD` in Asia/Shanghai. */
export interface CheckContext {
  today: string
}

/** A type of value owns everything about itself: cleaning, checking, showing, masking. */
export interface ValueType {
  /** Normalises what was typed; undefined when nothing was given. */
  clean(raw: RawValue): FactValue | undefined
  /** Why a cleaned value cannot be taken, or null. */
  check(value: FactValue, element: DataElement, context: CheckContext): Fault | null
  /** The value as people read it. */
  show(value: FactValue, element: DataElement, lang: Lang): string
  /** The value with its middle hidden; types without a mask hide all but the first character. */
  mask?(value: FactValue): string
  /** How the native input is set: keyboard, autocomplete, longest text. */
  input: { kind: InputKind; inputmode?: 'numeric' | 'tel' | 'decimal' | 'text'; maxLength?: number }
}

export type InputKind = 'line' | 'lines' | 'date' | 'moment' | 'choice' | 'choices' | 'yesNo'

/** Trims, turns full-width letters and digits into half-width ones, and folds white space. */
export function cleanLine(raw: RawValue): string {
  const text = Array.isArray(raw) ? raw.join(' ') : (raw ?? '')
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

/** A line with every space and hyphen removed: numbers are often typed in groups. */
export function cleanNumberLike(raw: RawValue): string {
  return cleanLine(raw).replace(/[\s-]/g, '')
}
