import { birthDateOf } from '../elements/types/resident-id.ts'
import { monthsBetween } from '../calendar/month.ts'
import type { Priority } from './rules.ts'

/** The priority that somebody's age gives on a day; empty without one. */
export function priorityByAge(priorities: readonly Priority[], residentId: string, day: string): string {
  const years = Math.floor(monthsBetween(birthDateOf(residentId), day) / 12)
  const found = priorities.find(({ fromAge }) => fromAge !== undefined && years >= fromAge)
  return found?.code ?? ''
}
