/** The closed list of rights that posts can carry. Which role has which is data: `db/city/roles.json`. */
export const RIGHTS = [
  'drafts.assist',
  'cases.read',
  'cases.accept',
  'cases.decide',
  // The head of an office: extensions, suspensions, a second pair of eyes, revocation.
  'cases.approve',
  // Hands results over, and posts them.
  'cases.deliver',
  'tickets.read',
  'tickets.dispatch',
  'tickets.handle',
  'tickets.callback',
  'rectifications.read',
  'rectifications.handle',
  'work.supervise',
  // Calls tickets of a hall and books for somebody who is there.
  'queue.serve',
  // Identifies people who are at a counter and sees what is known of them there.
  'counter.identify',
  'audit.read',
  'certificates.revoke',
  'catalog.write',
  'catalog.publish',
  // Reads the catalogue of resources, and the exchange's work of one's unit.
  'exchange.browse',
  // Applies for fields of a resource for one's department.
  'exchange.subscribe',
  // Answers for what one's department provides.
  'exchange.provide',
  // The data office: reviews, dispatches, sees the board.
  'exchange.govern',
  // Answers why one's department looked.
  'exchange.answer',
  // Looks up within a case in one's hands, and asks for an emergency look-up.
  'exchange.lookUp',
  // Lets another's emergency look-up pass, or not.
  'exchange.confirm',
] as const

export type Right = (typeof RIGHTS)[number]

/** A right within one's own unit, or everywhere. */
export interface Grant {
  right: Right
  scope: 'unit' | 'all'
  unit: string
  /** The member of staff whose right it is, when a stand-in has it. */
  of?: string
}
