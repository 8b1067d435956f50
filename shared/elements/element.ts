import type { Text } from '../text.ts'
import type { ValueTypeName } from './types.ts'

/** One choice of an element with a closed list of values. */
export interface Option {
  value: string
  label: Text
  hint?: Text
}

/**
 * One fact with one definition (数据元): everything a form can ask, a register can answer, a rule can test and a
 * certificate can print. `sensitive` values are masked wherever they are shown; `personal` ones only to staff lists.
 */
export interface DataElement {
  code: string
  type: ValueTypeName
  label: Text
  /** As others than the person it is about read it, at the desk; the label when absent. */
  recordLabel?: Text
  hint?: Text
  sensitivity: 'open' | 'personal' | 'sensitive'
  options?: Option[]
  /** For numbers: inclusive limits. For dates: days relative to today, e.g. max 0 = not in the future. */
  min?: number
  max?: number
  /** For texts: longest length in code points. */
  maxLength?: number
  /** For texts: a regular expression the whole value must match, with the problem's words in `hint`. */
  pattern?: string
  unit?: Text
  /** Computed, never asked: days since the day or moment in another element. */
  derive?: { daysSince: string }
}
