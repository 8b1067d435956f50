import type { DataElement } from '../elements/element.ts'
import type { CarriedChange } from '../catalog/carry-over.ts'
import type { InputKind, Inputmode, RawRow } from '../elements/value-type.ts'
import type { AppliesView, BlockView, EligibilityView } from '../guidance/view.ts'
import type { Problem } from '../problem.ts'
import type { Condition, FactValue } from '../rules/condition.ts'
import type { ValueTypeName } from '../elements/types.ts'
import type { StepKind } from './journey.ts'

/** A field as a page draws it, in one language. */
export interface FieldView {
  name: string
  type: ValueTypeName
  kind: InputKind
  label: string
  hint: string
  required: boolean
  /** As typed, or what the city knows when it is being corrected. */
  value: string | string[] | RawRow[]
  options: { value: string; label: string; hint: string }[]
  inputmode: Inputmode | null
  maxLength: number | null
  /** Limits the browser can check by itself. */
  min: number | null
  max: number | null
  /** Longest text and form of a text, checked by the same rule in the browser and on the server. */
  longest: number | null
  pattern: string | null
  problem: Problem | null
  more?: MoreOfField
}

/** What only some types of value have: further limits for the checks, the words and parts their controls need. */
export interface MoreOfField extends Pick<
  DataElement,
  'decimals' | 'months' | 'box' | 'photo' | 'minRows' | 'maxRows' | 'optionalFields'
> {
  unit?: string
  /** What is declared or shown. */
  text?: string
  /** The name to sign with, where it is known. */
  signer?: string
  /** The fields of a row of a group or table, each named by its element. */
  columns?: FieldView[]
  /** Blank rows that stand ready in a form that cannot add any: a correction is sent at once. */
  spareRows?: number
  /** The names of a table's rows. */
  rows?: { value: string; label: string }[]
}

/** A fact the city knew: shown with its source, not asked. */
export interface FactView {
  element: string
  label: string
  value: string
  /** Who said it: name of the resource or the account, and when. */
  source: string
  at: number | null
  correctable: boolean
  /** The page where it can be said that it is wrong, without its language. */
  way?: string
  /** Typed by the person although the city says otherwise. */
  differs: string | null
}

export interface MaterialView {
  code: string
  name: string
  hint: string
  optional: boolean
  state: 'exempt' | 'sign' | 'upload'
  /** For exempt ones: why. */
  reason: string
  accept: string
  maxBytes: number
  /** Most pages together, where the material says so. */
  maxPages: number | null
  files: GivenFileView[]
  /** Handed in for the same material before, in another application. */
  earlier: { fileId: string; name: string; bytes: number; at: number }[]
  signature: string
  problem: Problem | null
}

/** A file that was handed in, with the buttons it has. */
export interface GivenFileView {
  fileId: string
  name: string
  bytes: number
  pages: number
  href: string
  /** Shown small, and can be turned. */
  picture: boolean
  /** The virus scanner has not looked at it yet. */
  unscanned: boolean
}

/** One page of the form, with everything its drawing needs. */
export interface StepView {
  draft: string
  lifeEvent: { code: string; title: string }
  step: string
  kind: StepKind
  title: string
  lead: string
  number: number
  of: number
  savedAt: number
  /** A mark of what is answered on this page: a page drawn before somebody saved something else cannot overwrite it. */
  seen: string
  /** What is different since the life event was published anew. */
  changes: { what: CarriedChange['what']; text: string }[]
  back: string | null
  /** Where one leaves to and finds the draft again. */
  home: '/my' | '/desk/assist'
  facts: FactView[]
  fields: FieldView[]
  /** Fields that appear in the browser when a condition over fields of this page holds. */
  conditional: { name: string; when: Condition }[]
  /** Facts the conditions may need besides the page's own fields. */
  known: Record<string, FactValue>
  notices: string[]
  /** Why it cannot be sent as things stand. */
  blocked: BlockView[]
  /** Of questions about the situation: what applies under the answers so far. */
  guidance?: { applies: AppliesView; eligibility: EligibilityView[] }
  problems: Problem[]
  materials: MaterialView[]
  /** For the consent page. */
  lookups: ConsentLine[]
  /** Look-ups that did not answer, by name. */
  unavailable: string[]
  /** Several matches, of which the person says which one is meant. */
  matches: MatchView[]
  /** Registered values of this page's elements that cannot be used. */
  unusable: UnusableView[]
}

/** What would be asked: of whom, why, which facts. */
export interface ConsentLine {
  name: string
  provider: string
  purpose: string
  /** What the facts are called. */
  facts: string[]
  /** The rule on which others are asked about; empty where the consent is the ground. */
  law: string
}

export interface MatchView {
  /** As its address names it. */
  key: string
  /** What the resource is called. */
  name: string
  /** The rows, masked: place in the list and what can be told. */
  rows: { value: string; text: string }[]
}

export interface UnusableView {
  element: string
  label: string
  /** What is registered, masked. */
  value: string
  /** Who keeps it. */
  source: string
}

/** The last page before sending. */
export interface CheckView {
  draft: string
  lifeEvent: { code: string; title: string }
  number: number
  of: number
  savedAt: number
  sections: { title: string; step: string; rows: FactView[] }[]
  items: { code: string; name: string; department: string; days: number }[]
  counter: { name: string; reason: string }[]
  materials: MaterialView[]
  /** Why it cannot be sent as things stand. */
  blocked: BlockView[]
  applicantName: string
  back: string
}
