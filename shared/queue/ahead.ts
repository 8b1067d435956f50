import { afterCall, chooseNext, NO_RUNS, type Heads } from './next.ts'
import type { QueueRules } from './rules.ts'

/** What decides when somebody who waits is called. */
export interface Standing {
  id: string
  lane: 'appointment' | 'walkIn'
  priority: string
  /** When the slot begins, epoch milliseconds; 0 without one. */
  slotAt: number
  /** The counter it was sent on to; empty for every counter of the business. */
  onlyCounter: string
}

/**
 * About how many are called before a ticket when nobody else comes: those who wait are called by the rules until it is
 * its turn.
 * @param waiting in the order of their places, the ticket among them
 */
export function calledBefore(
  waiting: readonly Standing[],
  id: string,
  at: number,
  rules: Pick<QueueRules, 'appointmentsInRow' | 'priorityInRow'>,
): number {
  const left = [...waiting]
  let inRow = NO_RUNS
  for (let before = 0; ; before += 1) {
    const next = chooseNext(headsOf(left, at), inRow, rules)
    if (!next || next.id === id) return before
    left.splice(left.indexOf(next), 1)
    inRow = afterCall(inRow, { appointment: next.lane === 'appointment', priority: next.priority !== '' })
  }
}

function headsOf(waiting: readonly Standing[], at: number): Heads<Standing> {
  const first = (lane: Standing['lane'], priority: boolean) =>
    waiting.find((each) => each.lane === lane && (each.priority !== '') === priority && each.slotAt <= at)
  return {
    own: waiting.find(({ onlyCounter }) => onlyCounter !== ''),
    appointmentPriority: first('appointment', true),
    appointment: first('appointment', false),
    walkInPriority: first('walkIn', true),
    walkIn: first('walkIn', false),
    early: waiting.find(({ slotAt }) => slotAt > at),
  }
}
