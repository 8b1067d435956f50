import type { QueueMove, QueueState } from './moves.ts'

/** How long people wait for a business now. */
export interface Waiting {
  business: string
  name: string
  /** How many wait. */
  waiting: number
  /** The median of the last hour's waits, minutes; null when nobody was called. */
  minutes: number | null
}

/** One hall in the list of halls. */
export interface HallLine {
  code: string
  name: string
  address: string
  open: boolean
  waiting: number
  /** The longest median of its businesses, minutes; null when nobody was called within the hour. */
  minutes: number | null
}

/** A hall as everybody sees it. */
export interface HallView {
  code: string
  name: string
  address: string
  hours: string
  phone: string
  /** Whether tickets are called right now. */
  open: boolean
  businesses: (Waiting & { bookable: boolean })[]
  bookAheadDays: number
  lateMinutes: number
  /** Who is called before others. */
  priorities: PriorityChoice[]
}

/** The big screen: numbers alone. */
export interface ScreenView {
  hall: string
  called: { no: string; counter: string; counterName: string; fresh: boolean }[]
  businesses: Waiting[]
}

/** Why somebody is called first, as a choice. */
export interface PriorityChoice {
  code: string
  name: string
  proof: string
}

/** The machine at the entrance. */
export interface KioskView {
  code: string
  hall: string
  open: boolean
  businesses: Waiting[]
  priorities: PriorityChoice[]
}

/** A ticket as whoever holds it sees it; it names nobody. */
export interface TicketPageView {
  id: string
  no: string
  hall: string
  hallName: string
  business: string
  state: QueueState
  /** About how many are before it. */
  ahead: number
  minutes: number | null
  counter: string
  counterName: string
  priority: string
  proof: string
  /** `HH:MM`, when an appointment's slot has not begun; else empty. */
  notBefore: string
  mayComeBack: boolean
}

/** What can be booked. */
export interface BookingForm {
  hall: { code: string; name: string; address: string }
  businesses: { code: string; name: string }[]
  business: string
  days: { day: string; free: number }[]
  day: string
  slots: { time: string; free: number }[]
  /** Whoever comes later than this queues as if without appointment. */
  lateMinutes: number
  /** Reasons that can be named; without those that age gives by itself. */
  priorities: PriorityChoice[]
  /** The reason that age gives, in words; else empty. */
  byAge: string
  /** The last day of not being allowed to book; null when it is. */
  barredUntil: string | null
  /** The appointment that is moved to another time; null for a new one. */
  moves: { no: string; day: string; time: string } | null
}

/** One appointment of a list. */
export interface AppointmentLine {
  no: string
  hall: string
  business: string
  day: string
  time: string
  state: string
  /** Whether it is still to come, or under way: it counts until its day is over. */
  coming: boolean
}

/** An appointment as the person sees it. */
export interface AppointmentView extends AppointmentLine {
  hallCode: string
  address: string
  phone: string
  priority: string
  proof: string
  lateMinutes: number
  /** Its ticket, once they arrived. */
  ticket: string | null
  mayArrive: boolean
  mayChange: boolean
}

/** A place to work at. */
export interface DeskHall {
  code: string
  name: string
  open: boolean
  waiting: number
  /** `free` says whether nobody else sits there. */
  counters: { code: string; name: string; free: boolean; mine: boolean }[]
}

/** One ticket in the line of the desk. */
export interface DeskLine {
  id: string
  no: string
  business: string
  lane: 'appointment' | 'walkIn'
  priority: string
  /** Minutes waited. */
  waited: number
  moves: QueueMove[]
}

/** The ticket in a clerk's hands. */
export interface DeskTicketNow extends DeskLine {
  state: QueueState
  calls: number
  /** Whose appointment it is; empty for walk-ins. */
  name: string
  proof: string
}

/** One who is coming today. */
export interface Expected {
  no: string
  name: string
  business: string
  time: string
  priority: string
  state: string
  /** Whether they have not come yet and still may. */
  mayArrive: boolean
}

/** The page of a counter. */
export interface DeskQueueView {
  hall: { code: string; name: string }
  counter: { code: string; name: string } | null
  current: DeskTicketNow | null
  waiting: Waiting[]
  /** The first who wait for this counter. */
  line: DeskLine[]
  /** How many wait for it in all. */
  lineLength: number
  missed: DeskLine[]
  businesses: { code: string; name: string }[]
  counters: { code: string; name: string }[]
  priorities: PriorityChoice[]
  callsBeforeMissed: number
  /** The address of today's machine at the entrance, without language. */
  kiosk: string
}

/** Who is coming, and what can be booked for somebody who is there. */
export interface DeskAppointmentsView {
  form: BookingForm
  expected: Expected[]
}
