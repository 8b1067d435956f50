import type { ConsentLine as ShownLine } from '../forms/view.ts'

/** One question or objection in a person's own list. */
export interface ReportLine {
  kind: 'question' | 'objection'
  no: string
  title: string
  state: string
  at: number
  href: string
}

/** One register of a consent, as it was shown. */
export type ShownInConsent = ShownLine

/** What a person agreed to, as it was shown. */
export interface GivenConsent {
  id: string
  title: string
  /** What was to be looked up, line by line; empty where it was shown as plain words. */
  shown: ShownInConsent[]
  words: string
  /** Who clicked: they themselves, whoever has their mandate, or staff with the code they were sent. */
  by: { kind: 'self' | 'mandate' } | { kind: 'post'; title: string; department: string }
  givenAt: number
  /** 0 while it stands. */
  revokedAt: number
}

/** The form in which somebody reports a wrong value. */
export interface ObjectionForm {
  resource: string
  provider: string
  /** What can be wrong; one where it is known which. */
  fields: { value: string; label: string }[]
  /** What the register says, masked as usual; null where the person writes it themselves. */
  was: string | null
}

/** Something that happened to an objection. */
export interface ReportEvent {
  move: string
  at: number
  by: 'owner' | 'staff' | 'system'
  note: string | null
}

/** A reported value, for the one who reported it and for those who look into it. */
export interface ObjectionView {
  no: string
  resource: string
  provider: string
  label: string
  was: string
  should: string
  why: string
  files: { fileId: string; name: string }[]
  state: string
  /** The department that has it now. */
  department: string
  dueDay: string | null
  answer: string | null
  createdAt: number
  events: ReportEvent[]
}

/** An objection at the desk. */
export interface DeskObjectionView extends ObjectionView {
  /** Who reported it, hidden but for the first character. */
  person: string
  /** Of the case it was noticed in; empty when in none. */
  caseNo: string
  daysLeft: number | null
  provisional: boolean
  moves: string[]
}

/** A question at the desk of the department that looked. */
export interface DeskQuestionView {
  no: string
  question: string
  askedAt: number
  resource: string
  provider: string
  facts: string[]
  lookedAt: number
  item: string
  caseNo: string
  ground: { kind: 'consent' | 'law' | 'emergency' | 'grant'; words: string }
  by: string
  department: string
  state: string
  answer: string | null
  answeredAt: number
  dueDay: string | null
  daysLeft: number | null
  provisional: boolean
  moves: string[]
}
