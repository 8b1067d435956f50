import { runningNo } from '../running-no.ts'

/** The number of a ticket: yyyyMMdd and six digits that count from 1 each day, domain.md §5.4. */
export function ticketNo(day: string, running: number): string {
  return runningNo('', day, running, 6)
}
