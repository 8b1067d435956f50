import type { FactView, FieldView } from '../forms/view.ts'

/** One service item of a case, as its applicant reads it. */
export interface CaseItemView {
  id: string
  code: string
  name: string
  department: string
  state: string
  dueDay: string | null
  daysLeft: number | null
  provisional: boolean
  /** Names of the items it waits for. */
  waitsFor: string[]
  /** The reason and the remedy, when it was turned away or denied. */
  reason: string
  remedy: string
  /** For what a rule granted: its name and each condition with the fact it was judged on. */
  explanation: RuleExplanation | null
  certificate: { identifier: string; name: string } | null
}

export interface RuleExplanation {
  rule: string
  conditions: { clause: string; fact: string; source: string; holds: boolean }[]
}

export interface CaseEventView {
  at: number
  item: string
  move: string
  by: 'owner' | 'staff' | 'system'
  unit: string
  note: string
}

export interface CaseDocumentView {
  kind: string
  no: string
  fileId: string
  issuedAt: number
}

/** A case as its applicant reads it. */
export interface CaseView {
  id: string
  no: string
  title: string
  lifeEvent: string
  state: 'in-progress' | 'correcting' | 'closed'
  sentAt: number
  closedAt: number | null
  items: CaseItemView[]
  events: CaseEventView[]
  documents: CaseDocumentView[]
  /** Everything that was sent, and what decisions added. */
  facts: DeskFact[]
  /** What the applicant may do now: `correct`, `withdraw`, `rate`, `readRating`. */
  moves: string[]
  note: string
  applicant: string
}

/** The page on which just the named fields are put right. */
export interface CorrectionView {
  no: string
  title: string
  note: string
  askedAt: number
  fields: FieldView[]
}

/** A fact as staff read it: with its source, and both values where they differ. */
export type DeskFact = FactView & { section: string }

export interface DeskFile {
  material: string
  name: string
  fileId: string
}

/** A case in the list of its applicant. */
export interface CaseLine {
  no: string
  title: string
  state: 'in-progress' | 'correcting' | 'closed'
  sentAt: number
  /** Items decided, and all items. */
  done: number
  of: number
  /** Name and due day of the item that is due next. */
  next: { name: string; dueDay: string } | null
}
