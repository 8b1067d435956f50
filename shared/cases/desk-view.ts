import type { LookupOutcome } from '../exchange/outcome.ts'
import type { WorkView } from '../work/view.ts'
import type { CaseEventView, DeskFact, DeskFile, InspectionView } from './view.ts'

/** A case item as the desk works on it. */
export interface DeskItemView extends WorkView {
  name: string
  department: string
  caseNo: string
  title: string
  applicant: string
  facts: DeskFact[]
  files: DeskFile[]
  checkpoints: string[]
  /** Special procedures this item may go through; days are working days. */
  procedures: { code: string; name: string; days: number | null }[]
  /** What must be shown to the public before granting, and for how many natural days. */
  publicity: { days: number; subject: string } | null
  /** The joint visit: the day that was named, and whether this item's reviewer may name one. */
  inspection: { planned: InspectionView | null; note: string } | null
  waitsFor: string[]
  events: CaseEventView[]
  agreements: { role: string; name: string; at: number }[]
  siblings: { id: string; name: string; state: string }[]
  lookUps: LookUpsView
}

/** What may be looked up within a case, and what was. */
export interface LookUpsView {
  no: string
  /** Empty when it is not in their hands. */
  options: { value: string; label: string; hint: string }[]
  made: LookedUpView[]
}

export interface LookedUpView {
  source: string
  /** The department that asked. */
  unit: string
  outcome: LookupOutcome
  at: number
  /** What came, masked; of several matches each. */
  rows: { label: string; value: string }[][]
}

/** A whole case as the counter works on it. */
export interface DeskCaseView {
  no: string
  title: string
  applicant: string
  state: string
  sentAt: number
  items: (WorkView & { name: string; department: string })[]
  facts: DeskFact[]
  files: DeskFile[]
  /** What was handed in and may be asked for anew. */
  materials: { code: string; name: string }[]
  events: CaseEventView[]
  lookUps: LookUpsView
  /** What this member of staff may do with the case: `accept`, `ask`. */
  moves: string[]
}

/** A line of the inbox with the words it needs. */
export interface InboxLine extends WorkView {
  label: string
  title: string
  href: string
  /** How many items stand behind this line. */
  count: number
}

/** A page of the inbox: open work by due day. */
export interface InboxView {
  lines: InboxLine[]
  /** The cursor of the next page. */
  next: string | null
}

/** Who works here and how much waits where. */
export interface PlacesView {
  name: string
  units: string[]
  counts: { kind: WorkView['kind']; state: string; count: number }[]
  /** Due by today. */
  due: number
  rights: string[]
}
