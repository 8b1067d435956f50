import type { VisitorLine } from '../counter/views.ts'
import type { LookupOutcome } from '../exchange/outcome.ts'
import type { ParcelView } from '../parcels/parcel.ts'
import type { WorkView } from '../work/view.ts'
import type { ChecklistView } from './checklist.ts'
import type { CaseDocumentView, CaseEventView, DeskFact, DeskFile, InspectionView } from './view.ts'

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
  /** Formal documents of the item, and of the whole case where all of it may be seen. */
  documents: CaseDocumentView[]
  siblings: { id: string; name: string; state: string }[]
  lookUps: LookUpsView
  /** What a decision says it was taken on. */
  version: number
  /** What a colleague proposes to the head of the office, while it is proposed. */
  proposal: (Said & { decision: 'grant' | 'deny' }) | null
  /** By how many working days it may be put off, and what was asked for while that is open. */
  extension: { most: number; asked: (Said & { days: number }) | null }
  /** What was handed in for it and may be asked for anew. */
  materials: { code: string; name: string }[]
  /** Other cases of the same person (or enterprise) on the same service item, the newest first. */
  earlier: EarlierView[]
  /** The last parcel in which its result was posted. */
  parcel: ParcelView | null
  /** Words that reviewers often need, for the opinion. */
  opinions: OpinionView[]
}

/** What a colleague wrote, and when. */
export interface Said {
  note: string
  by: string
  at: number
}

/** Another case of the same person, or about the same one, on the same service item; while it is open it may be the same request twice. */
export interface EarlierView {
  id: string
  no: string
  state: string
  openedAt: number
  open: boolean
  /** Who applied, if that is somebody else; empty otherwise. */
  other: string
}

/** Two items that may be the same request, side by side. */
export interface BesideView {
  item: BesideHead
  other: BesideHead
  facts: { label: string; values: [string, string]; differs: boolean }[]
}

export interface BesideHead {
  id: string
  name: string
  caseNo: string
  applicant: string
  state: string
  sentAt: number
}

/** A template of an opinion, and the decision it is for. */
export interface OpinionView {
  decision: 'grant' | 'deny'
  text: string
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
  /** How many moves its items made. */
  version: number
  title: string
  applicant: string
  state: string
  sentAt: number
  items: (WorkView & { name: string; department: string; version: number })[]
  facts: DeskFact[]
  files: DeskFile[]
  /** What was handed in and may be asked for anew. */
  materials: { code: string; name: string }[]
  /** What the counter looks at before it takes items in. */
  checklist: ChecklistView[]
  documents: CaseDocumentView[]
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
  /** Name of the colleague who has it on their desk; empty while nobody does. */
  holder: string
}

/** A page of the inbox: open work by due day. */
export interface InboxView {
  lines: InboxLine[]
  /** The cursor of the next page. */
  next: string | null
  /** For supervisors: the year whose calendar is missing; null when none is. */
  missingCalendar: number | null
}

/** Who works here and how much waits where. */
export interface PlacesView {
  /** The member of staff. */
  id: string
  name: string
  units: string[]
  /** The offices among which somebody may choose; none where they see one only. */
  offices: { value: string; label: string }[]
  counts: { kind: WorkView['kind']; state: string; count: number }[]
  /** Due by today. */
  due: number
  rights: string[]
  /** Whoever is at this clerk's counter. */
  visitor: VisitorLine | null
}
