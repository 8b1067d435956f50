import type { AppointmentLine } from '../queue/views.ts'
import type { Way } from './ways.ts'

/** The code that a person shows at a counter. */
export interface OwnCodeView {
  /** What the square code holds. */
  content: string
  /** The same to type, in two groups. */
  digits: string
  validTo: number
  /** Where they were identified lately, the newest first. */
  visits: OwnVisitLine[]
}

/** One time that a person was identified at a counter. */
export interface OwnVisitLine {
  id: string
  department: string
  place: string
  way: Way
  at: number
  /** 0 while it lasts. */
  endedAt: number
}

/** A counter: who is there, or what is needed to say so. */
export interface CounterView {
  /** Hall and counter; empty for a clerk without a seat. */
  place: string
  /** The hall whose line the clerk calls; empty without a seat. */
  hall: string
  ticket: { no: string; business: string } | null
  /** Waits for the code that was sent. */
  asked: { visit: string; name: string; validTo: number } | null
  visit: VisitView | null
}

/** Everything that is known of a person who is there. */
export interface VisitView {
  id: string
  name: string
  /** Masked. */
  residentId: string
  way: Way
  startedAt: number
  /** Null while a ticket is in hand: it ends with that. */
  validTo: number | null
  hasAccount: boolean
  /** The ticket in hand is for an appointment of somebody else. */
  ticketOfOther: boolean
  appointments: AppointmentLine[]
  drafts: CounterDraft[]
  cases: CounterCase[]
  certificates: {
    identifier: string
    name: string
    no: string
    issuer: string
    state: string
    validTo: string | null
  }[]
  tickets: { no: string; title: string; kind: string; state: string; filedAt: number }[]
}

export interface CounterDraft {
  id: string
  title: string
  updatedAt: number
  /** The page to go on with, for what this clerk fills in; null for the person's own. */
  next: string | null
}

/** A case with what waits in it. */
export interface CounterCase {
  no: string
  title: string
  state: string
  sentAt: number
  /** The clerk may take it in. */
  toAccept: boolean
  items: { id: string; name: string; state: string; dueDay: string | null }[]
}

/** Who is at the counter now, for every page of the desk. */
export interface VisitorLine {
  visit: string
  name: string
}
