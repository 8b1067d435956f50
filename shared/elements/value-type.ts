import type { Fault } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Lang } from '../text.ts'
import type { DataElement } from './element.ts'

/** One row of a group as it was typed, by the codes of its fields. */
export type RawRow = Record<string, string | string[]>

/** What a form posts for one field: one text, several (choices, the parts of a period), or rows of a group. */
export type RawValue = string | string[] | RawRow[] | undefined

/** What a check needs from outside. */
export interface CheckContext {
  /** The day it is, `YYYY-MM-DD` in Asia/Shanghai. */
  today: string
  /** The name of whoever must sign, where it is known. */
  signer?: string
}

/** A type of value owns everything about itself: cleaning, checking, showing, masking. */
export interface ValueType {
  /** Normalises what was typed; undefined when nothing was given. */
  clean(raw: RawValue, element: DataElement, context: CheckContext): FactValue | undefined
  /** Why a cleaned value cannot be taken, or null. */
  check(value: FactValue, element: DataElement, context: CheckContext): Fault | null
  /** The value as people read it. */
  show(value: FactValue, element: DataElement, lang: Lang): string
  /** The value with its middle hidden; types without a mask hide most of it. */
  mask?(value: FactValue, element: DataElement, lang: Lang): string
  /** What a person would type to say the same; types without it are typed as they are kept. */
  typed?(value: FactValue, element: DataElement): RawValue
  /** What is odd about a value that is taken all the same, in words of the problems. */
  doubt?(value: FactValue): Fault | null
  /** How the native input is set: keyboard, autocomplete, longest text. */
  input: { kind: InputKind; inputmode?: Inputmode; maxLength?: number }
}

export type Inputmode = 'numeric' | 'tel' | 'decimal' | 'email' | 'text'

export type InputKind =
  'line' | 'lines' | 'date' | 'month' | 'moment' | 'choice' | 'choices' | 'yesNo' | RareKind

/** Kinds whose controls are loaded only by pages that have them. */
export type RareKind = 'period' | 'slot' | 'place' | 'point' | 'sign' | 'agree' | 'rows' | 'file' | 'shown'

/** The texts of what was posted; rows have none. */
export function textsOf(raw: RawValue): string[] {
  return [raw ?? []].flat().filter((each) => typeof each === 'string')
}

/** Trims, turns full-width signs into half-width ones, and folds white space. For numbers, codes and names. */
export function cleanLine(raw: RawValue): string {
  return textsOf(raw)
    .join(' ')
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim()
}

/** A line with every space and hyphen removed: numbers are often typed in groups. */
export function cleanNumberLike(raw: RawValue): string {
  return cleanLine(raw).replace(/[\s-]/g, '')
}
