import type { QueueRules } from '#shared/queue/rules.ts'

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
