/** The closed list of rights that posts can carry. Which role has which is data: `db/city/roles.json`. */
export const RIGHTS = [
  'drafts.assist',
  'cases.read',
  'cases.accept',
  'cases.decide',
  'tickets.read',
  'tickets.dispatch',
  'tickets.handle',
  'tickets.callback',
  'rectifications.read',
  'rectifications.handle',
  'work.supervise',
  'audit.read',
  'certificates.revoke',
  'catalog.write',
  'catalog.publish',
] as const

export type Right = (typeof RIGHTS)[number]

/** A right within one's own unit, or everywhere. */
export interface Grant {
  right: Right
  scope: 'unit' | 'all'
  unit: string
}
