import type { SharingType } from '../catalog/resource.ts'
import type { GrantLine, Named } from './catalog-view.ts'

/** What a department sees before it applies for a resource. */
export interface SubscriptionForm {
  resource: Named & { provider: string; sharing: SharingType; condition: string }
  fields: { field: string; name: string }[]
  /** Items of the departments the reader may apply for. */
  items: (Named & { basis: string })[]
  lastDay: string
}

export interface SubscriptionLine {
  no: string
  resource: string
  unit: string
  state: string
  dueDay: string | null
  createdAt: number
  validTo: string
}

/** An application for fields of a resource, as everybody concerned reads it. */
export interface SubscriptionView {
  no: string
  resource: Named & { provider: string; sharing: SharingType; condition: string }
  unit: Named
  items: Named[]
  fields: { field: string; name: string; approved: boolean | null }[]
  basis: string
  scenario: string
  purpose: string
  /** Calls a day. */
  frequency: number
  validTo: string
  state: string
  /** Who has it now. */
  department: string
  dueDay: string | null
  daysLeft: number | null
  provisional: boolean
  /** What the reader may do: approve, forward, reject, agree, decline, withdraw. */
  moves: string[]
  grants: GrantLine[]
  /** The last day, when it is near: the department should apply anew. */
  endsOn: string | null
  events: { move: string; at: number; note: string | null }[]
  createdAt: number
}
