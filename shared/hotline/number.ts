/** The number of a ticket: yyyyMMdd and six digits that count from 1 each day, domain.md §5.4. */
export function ticketNo(day: string, running: number): string {
  return day.replaceAll('-', '') + String(running).padStart(6, '0')
}
