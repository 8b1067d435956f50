/** The public page: what the hotline takes and what not. */
export interface HotlineGuide {
  kinds: { code: string; label: string; handleDays: number }[]
  notAccepted: { code: string; label: string; advice: string }[]
  urgentNotice: string
}

/** What the form of a new ticket needs. */
export interface FilingForm {
  kinds: { code: string; label: string; handleDays: number }[]
  categories: { code: string; label: string }[]
  urgentNotice: string
  /** Who files it, as the department will see it unless identity is kept back. */
  caller: { name: string; phone: string }
}

/** The answers to the three questions of a call-back, domain.md §5.8. */
export interface CallBack {
  contacted: boolean
  solved: boolean
  /** 1–5, as in ratings. */
  satisfied: number
  remark: string
}

/** One line of the caller's list. */
export interface TicketRow {
  no: string
  title: string
  kind: string
  state: string
  filedAt: number
  /** Null while no clock runs. */
  dueDay: string | null
}

/** One thing that happened to a ticket. */
export interface TicketEvent {
  move: string
  at: number
  by: 'owner' | 'staff' | 'system'
  /** The department it went to. */
  department: string | null
  /** Why it was not taken. */
  reason: { code: string; label: string; advice: string } | null
  note: string | null
}

/** A ticket as its caller sees it. */
export interface TicketView {
  no: string
  title: string
  kind: string
  category: string
  text: string
  place: string
  expectation: string
  secret: boolean
  filedAt: number
  state: string
  department: string
  dueDay: string | null
  /** Working days left, negative when overdue. */
  daysLeft: number | null
  /** Counted in a year whose holidays are not published yet. */
  provisional: boolean
  reply: string | null
  repliedAt: number | null
  callBack: CallBack | null
  timeline: TicketEvent[]
  /** What this reader may do next. */
  moves: string[]
}

/** A ticket at the staff desk. */
export interface DeskTicket extends TicketView {
  /** The id of its work item. */
  work: string
  channel: 'web' | 'phone' | 'counter'
  /** Null when the caller's identity is kept back from this reader. The phone is masked unless `phoneShown`. */
  caller: { name: string; phone: string; phoneShown: boolean } | null
  /** Where it may be dispatched; the suggested one by its category, if any. Empty when this reader cannot. */
  departments: { code: string; name: string }[]
  suggested: string
  /** Why it may be declined. */
  declineReasons: { code: string; label: string; advice: string }[]
}
