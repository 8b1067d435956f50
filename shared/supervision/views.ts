import type { WorkKind } from '../work/move.ts'

/** How near its end work is: yellow when at risk, red when overdue. */
export type Light = '' | 'yellow' | 'red'

/** Open work of a department or of a person. */
export interface LoadView {
  code: string
  name: string
  /** Of a person, the department. */
  unit: string
  open: number
  atRisk: number
  overdue: number
  /** Sent back to the applicant, or by a department. */
  returned: number
}

/** An order of somebody who supervises (督办). */
export interface OrderView {
  id: string
  kind: 'urge' | 'revoke'
  reason: string
  dueDay: string
  overdue: boolean
  by: string
  at: number
  mayAnswer: boolean
}

/** An open order with the work it is about. */
export interface OrderLine extends OrderView {
  no: string
  title: string
  unit: string
  href: string
}

export interface SupervisionView {
  riskDays: number
  total: Omit<LoadView, 'code' | 'name' | 'unit'>
  units: LoadView[]
  people: LoadView[]
  orders: OrderLine[]
  /** How many decided items wait for a person to check. */
  checks: number
}

/** What of the work is listed. */
export const SHOWN = ['risk', 'overdue', 'returned', 'all'] as const

export type Shown = (typeof SHOWN)[number]

export interface SupervisedLine {
  id: string
  kind: WorkKind
  state: string
  no: string
  /** Whose matter it is, masked. */
  label: string
  title: string
  href: string
  unit: string
  /** Who has it on their desk; empty while nobody does. */
  holder: string
  light: Light
  dueDay: string | null
  daysLeft: number | null
}

export interface SupervisedView {
  show: Shown
  /** What the list is narrowed to, by code and by name. */
  unit: { code: string; name: string } | null
  person: { code: string; name: string } | null
  lines: SupervisedLine[]
  next: string | null
}

/** Who has a work item on their desk, and what this member of staff may do about it. */
export interface HoldView {
  /** The page of the work. */
  href: string
  holder: { name: string; since: number; own: boolean } | null
  may: ('claim' | 'putBack' | 'assign' | 'order')[]
  /** To whom it can be given. */
  people: { id: string; name: string }[]
  orders: OrderView[]
}

/** A decided item that was drawn for a person to check. */
export interface CheckView {
  id: string
  no: string
  title: string
  unit: string
  href: string
  kind: 'drawn' | 'promise'
  /** The last day for it; empty where there is none. */
  dueDay: string
  overdue: boolean
  decidedBy: 'rule' | 'person'
  drawnAt: number
  result: '' | 'ok' | 'wrong'
  reason: string
  checkedBy: string
  checkedAt: number
  /** Whether this member of staff may check it. */
  mayCheck: boolean
}

export interface ChecksView {
  rulePercent: number
  open: CheckView[]
  /** The latest that were checked. */
  done: CheckView[]
  units: { code: string; name: string }[]
  /** Broken promises that count. */
  broken: BrokenView[]
}

/** A promise that was found broken. */
export interface BrokenView {
  id: string
  no: string
  title: string
  href: string
  reason: string
  untilDay: string
}

export interface AbsenceView {
  id: string
  person: string
  standIn: string
  fromDay: string
  toDay: string
  reason: string
  /** Whether it holds today. */
  now: boolean
  mayEnd: boolean
}

export interface AbsencesView {
  absences: AbsenceView[]
  /** Whose absence and work one may arrange: oneself, and the people of one's office. */
  people: PersonChoice[]
  /** Who may stand in, or take the work over. */
  others: PersonChoice[]
  today: string
}

export interface PersonChoice {
  id: string
  name: string
  unit: string
}

/** What became of the work of a person that was given to another at once. */
export interface HandOverView {
  id: string
  from: string
  to: string
  by: string
  at: number
  reason: string
  moved: number
  /** `fault` is empty for what moved; else why it did not, and that it is on nobody's desk. */
  lines: { no: string; kind: WorkKind; fault: '' | 'barred' | 'no_right' }[]
}
