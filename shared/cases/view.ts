import type { FactView, FieldView } from '../forms/view.ts'
import type { ParcelView } from '../parcels/parcel.ts'
import type { AfreshFact } from './afresh.ts'

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
  /** What was written when it came to where it stands, and the remedy when it was turned away or denied. */
  reason: string
  remedy: string
  /** For what a rule granted: its name and each condition with the fact it was judged on. */
  explanation: RuleExplanation | null
  certificate: { identifier: string; name: string } | null
  /** Whether this item can still be taken back. */
  withdrawable: boolean
  /** The last day on which the applicant can give what it waits for; null where it does not wait for them. */
  answerBy: string | null
  /** How its result on paper travels, where it does; the applicant may say that it came while it is `posted`. */
  parcel: ParcelView | null
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
  /** The last day of what began, of a publicity; empty of everything else. */
  until: string
  /** Who of the staff it was, and the version of the item after it: at the desk only. */
  name?: string
  version?: number
}

/** The one visit of several departments. */
export interface InspectionView {
  day: string
  note: string
  /** Names of the items it is for. */
  items: string[]
}

/** A decision that is shown to the public before it is taken (公示). */
export interface PublicityView {
  item: string
  /** What is shown, in the words of the item. */
  subject: string
  /** The enterprise it is about; a person's name is masked. */
  applicant: string
  department: string
  from: string
  /** The last day on which one may object. */
  until: string
}

/** A formal document of a case (文书). */
export interface CaseDocumentView {
  /** `/files/cases/<number of the case>/<id>` is the document itself. */
  id: string
  kind: string
  title: string
  no: string
  issuedAt: number
  /** The day on which its receipt was signed at a counter; empty where it was not. */
  signedOn: string
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
  /** Nothing is celebrated and nobody is asked for a rating. */
  solemn: boolean
  inspection: InspectionView | null
  /** Who else agreed. */
  agreements: { role: string; name: string; at: number }[]
  /** What was promised for later, with the last day it may come (容缺受理). */
  later: { material: string; name: string; accept: string; dueDay: string }[]
  /** Everything that was sent, and what decisions added. */
  facts: DeskFact[]
  /** What was handed in. */
  files: DeskFile[]
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
  /** What is to be handed in anew, and whether it came. */
  materials: { code: string; name: string; accept: string; came: boolean }[]
}

/** A fact as staff read it: with its source, and both values where they differ. */
export interface DeskFact extends FactView {
  section: string
  /** Part of it is hidden: staff may have it lifted, which goes on record. Null where nothing is to hide. */
  mask: 'on' | 'lifted' | null
  /** What was found when it was looked up afresh, unless it was the same. */
  afresh?: { outcome: Exclude<AfreshFact['outcome'], 'same'>; value: string; source: string }
  /** The newest report that the registered value is wrong. */
  objection?: {
    no: string
    outcome: 'open' | 'corrected' | 'rejected'
    files: { fileId: string; name: string }[]
  }
}

export interface DeskFile {
  material: string
  name: string
  fileId: string
  /** The virus scanner has not looked at it yet, or found it infected: then it is gone. */
  scan: 'pending' | 'infected' | null
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
