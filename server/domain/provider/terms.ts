import { DAY_MS } from '#shared/calendar/day.ts'

/** A consent to another system is good for so many days: long enough to be used, not long enough to be forgotten. */
export const CONSENT_DAYS = 30

/** When a consent to another system ends, epoch milliseconds. */
export function holdsUntil(givenAt: number): number {
  return givenAt + CONSENT_DAYS * DAY_MS
}

/** What a consent to another system is recorded for. */
export function purposeOf(app: string): string {
  return `app:${app}`
}

/** How a certificate type stands in a consent, beside codes of resources. */
export function codeOfType(type: string): string {
  return `certificate:${type}`
}
