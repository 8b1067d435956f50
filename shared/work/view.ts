import type { WorkKind } from './move.ts'

/** A work item as it leaves the server: where it stands, until when, and what this actor may do next. */
export interface WorkView {
  id: string
  kind: WorkKind
  state: string
  unit: string
  topic: string
  no: string
  /** Null while no clock runs. */
  dueDay: string | null
  /** The time on that day, `HH:MM`; empty while no clock runs. */
  dueTime: string
  /** The last day that the law allows; null where it sets none. */
  legalDay: string | null
  /** The member of staff who has it on their desk; empty while nobody does. */
  assignee: string
  /** Working days left, negative when overdue. */
  daysLeft: number | null
  /** Counted in a year whose holidays are not published yet. */
  provisional: boolean
  moves: string[]
}
