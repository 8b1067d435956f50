import type { Text } from '../text.ts'

/** How a city books and calls, domain.md §10.4; the numbers are data, `db/city/queue.json`. */
export interface QueueRules {
  /** Appointments can be made so many days ahead. */
  bookAheadDays: number
  /** Whoever comes later than this after the slot began queues as if without appointment. */
  lateMinutes: number
  /** So many appointments missed within `withinDays` days bar from booking for `barredDays` days after the last. */
  noShow: { count: number; withinDays: number; barredDays: number }
  /** A reminder goes out so many days before, from a time of day (`HH:MM`) on. */
  reminder: { daysBefore: number; time: string }
  /** A ticket may be given up after it was called so often. */
  callsBeforeMissed: number
  /** How often whoever missed their call may come back into the line, and behind how many who wait. */
  comeBack: { times: number; behind: number }
  /** After so many appointments in a row somebody without one is called, if there is one. */
  appointmentsInRow: number
  /** After so many with priority in a row somebody without is called, if there is one. */
  priorityInRow: number
  /** Appointments are erased so many days after their day; longer than no-shows count. */
  keptDays: number
  priorities: Priority[]
}

/** Why somebody is called before others. */
export interface Priority {
  code: string
  name: Text
  /** Given without asking from this age on, in years. */
  fromAge?: number
  /** What to show at the counter. */
  proof?: Text
}
