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
  /** Working days left, negative when overdue. */
  daysLeft: number | null
  /** Counted in a year whose holidays are not published yet. */
  provisional: boolean
  moves: string[]
}
