import type { InvitationLine } from '../agreements/views.ts'
import type { CaseLine } from '../cases/view.ts'
import type { AppointmentLine } from '../queue/views.ts'
import { answers, get } from './contract.ts'
import { Nothing } from './fields.ts'

export interface DraftLine {
  id: string
  title: string
  /** The step to go on with. */
  next: string
  updatedAt: number
  /** When it is erased unless it is touched again. */
  keptUntil: number
}

export interface MyView {
  name: string
  drafts: DraftLine[]
  cases: CaseLine[]
  /** Applications of others that wait for this person's agreement. */
  invitations: InvitationLine[]
  /** Those still to come, the next first. */
  appointments: AppointmentLine[]
}

/** What a person has open, in one line each, for the home page. */
export interface OpenLines {
  cases: { title: string; state: string; action: string; href: string }[]
}

export const my = {
  overview: get('/api/my', Nothing, answers<MyView>()),
  open: get('/api/my/open', Nothing, answers<OpenLines>()),
}
