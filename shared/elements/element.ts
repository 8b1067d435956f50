import type { Text } from '../text.ts'
import type { Derivation } from './derive.ts'
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
  /** What a person gave once may be used in their next application: addresses, accounts, ways of delivery. */
  reusable?: boolean
  /** For choices; for time slots, the slots of a day. */
  options?: Option[]
  /** Code of the code list whose options these are; they are put in when a bundle is made. */
  codeList?: string
  /** For divisions: the level one chooses from; the options are put in when a bundle is made. */
  level?: 'district' | 'street' | 'community' | 'grid'
  /**
   * Inclusive limits. For numbers the number, for money fen; for days (also of periods and slots) days and for months
   * months relative to today, e.g. max 0 = not in the future.
   */
  min?: number
  max?: number
  /** For decimals and percentages: most digits after the point. */
  decimals?: number
  /** For texts: longest length in code points. */
  maxLength?: number
  /** For texts: a regular expression the whole value must match, with the problem's words in `hint`. */
  pattern?: string
  unit?: Text
  /** For periods: of whole months instead of days. */
  months?: boolean
  /** For declarations what is declared, for shown texts what is shown. */
  text?: Text
  /** For points on the map: degrees between which the city lies, WGS 84. */
  box?: { south: number; west: number; north: number; east: number }
  /** For photos: inclusive limits of the picture in pixels, and of the file in KB. */
  photo?: { width: [number, number]; height: [number, number]; kb: [number, number] }
  /** For signatures: the element that holds the signer's name; the applicant's name when absent. */
  signer?: string
  /** For groups and tables: codes of the elements of one row. */
  fields?: string[]
  /** Of these, the ones that may be left blank. */
  optionalFields?: string[]
  /** For groups: fewest and most rows. */
  minRows?: number
  maxRows?: number
  /** For tables: the rows, with their names. */
  rows?: Option[]
  /** The elements of `fields`; put in when a bundle is made, never written in a document. */
  columns?: DataElement[]
  /** Computed from other facts, never asked. */
  derive?: Derivation
}
