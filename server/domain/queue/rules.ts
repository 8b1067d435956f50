import { momentOf } from '#shared/calendar/day.ts'
import type { QueueRules } from '#shared/queue/rules.ts'
import { refuse } from './hall.ts'

const MINUTE_MS = 60_000

let rules: QueueRules | undefined

/** Gives the process the city's rules of booking and calling. */
export function useQueueRules(given: QueueRules | undefined): void {
  rules = given
}

/** The city's rules of booking and calling. */
export function queueRules(): QueueRules {
  if (!rules) throw new Error('the city has no rules for its halls: add queue.json')
  return rules
}

/** Whether who comes now comes later to a slot than the rules allow. */
export function isLate({ day, time }: { day: string; time: string }, at: number): boolean {
  return at > momentOf(day, time) + queueRules().lateMinutes * MINUTE_MS
}

/** Refuses a reason for priority that the city does not know; none is fine. */
export function requirePriority(code: string): void {
  if (code && !queueRules().priorities.some((each) => each.code === code)) refuse('priority', 'not_an_option')
}
