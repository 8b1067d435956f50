import type { QueueRules } from './rules.ts'

/** The first of each line that may be called now. */
export interface Heads<Ticket> {
  /** Sent on to this very counter. */
  own?: Ticket
  appointmentPriority?: Ticket
  appointment?: Ticket
  walkInPriority?: Ticket
  walkIn?: Ticket
  /** Whoever came before their slot begins: called when nobody else waits. */
  early?: Ticket
}

/** How many of a kind were called one after the other. */
export interface InRow {
  appointments: number
  /** With priority, among appointments and among walk-ins. */
  appointmentPriority: number
  walkInPriority: number
}

/** Before anybody was called. */
export const NO_RUNS: InRow = { appointments: 0, appointmentPriority: 0, walkInPriority: 0 }

/**
 * Whom to call: whoever was sent on to this counter first; then appointments whose slot has begun before walk-ins, and
 * those with priority before others, each only so often in a row as the rules say, so that nobody waits for ever.
 */
export function chooseNext<Ticket>(
  heads: Heads<Ticket>,
  inRow: InRow,
  rules: Pick<QueueRules, 'appointmentsInRow' | 'priorityInRow'>,
): Ticket | undefined {
  if (heads.own) return heads.own
  const appointment = within(heads.appointmentPriority, heads.appointment, inRow.appointmentPriority, rules)
  const walkIn = within(heads.walkInPriority, heads.walkIn, inRow.walkInPriority, rules)
  const walkInsTurn = inRow.appointments >= rules.appointmentsInRow
  return (walkInsTurn ? (walkIn ?? appointment) : (appointment ?? walkIn)) ?? heads.early
}

function within<Ticket>(
  priority: Ticket | undefined,
  ordinary: Ticket | undefined,
  inRow: number,
  { priorityInRow }: Pick<QueueRules, 'priorityInRow'>,
): Ticket | undefined {
  return inRow >= priorityInRow ? (ordinary ?? priority) : (priority ?? ordinary)
}

/** The runs after somebody was called. */
export function afterCall(inRow: InRow, called: { appointment: boolean; priority: boolean }): InRow {
  const lane = called.appointment ? 'appointmentPriority' : 'walkInPriority'
  return {
    ...inRow,
    appointments: called.appointment ? inRow.appointments + 1 : 0,
    [lane]: called.priority ? inRow[lane] + 1 : 0,
  }
}
