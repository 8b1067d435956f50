/** Working days a ticket may wait at the hotline centre before it is dispatched, domain.md §5.6. */
export const DISPATCH_DAYS = 1

/** Working days in which the caller is asked about the reply, domain.md §5.8. */
export const CALL_BACK_DAYS = 7

/** A ticket is returned at most so often; then the hotline centre says who handles it, domain.md §5.6. */
export const MOST_RETURNS = 2

/** Working hours of one working day: limits in hours count as whole days. */
const HOURS_A_DAY = 8

/** Lengths of what a caller writes, in characters, domain.md §5.4. */
export const LENGTHS = {
  text: { min: 10, max: 2000 },
  place: 200,
  expectation: 500,
  reply: 2000,
  reason: 500,
  remark: 500,
}

/** Working days to sign for a ticket of a kind. */
export function signDays(kind: { signHours: number }): number {
  return Math.ceil(kind.signHours / HOURS_A_DAY)
}

/** Working days to do a ticket again: half of the first limit, domain.md §5.8. */
export function reworkDays(kind: { handleDays: number }): number {
  return Math.ceil(kind.handleDays / 2)
}
