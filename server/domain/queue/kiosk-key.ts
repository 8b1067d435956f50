import { blind } from '#db'
import { dayOf } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'

/**
 * What makes a screen the machine at a hall's entrance, for one day: staff open its page with it. Without it tickets
 * could be drawn from everywhere.
 */
export function kioskKey(hall: string, at: number): string {
  return blind(`kiosk ${hall} ${dayOf(at)}`)
    .replace(/\W/g, '')
    .slice(0, 24)
}

export function requireKiosk(hall: string, key: string, at: number): void {
  if (key !== kioskKey(hall, at)) throw new Refusal('not_found')
}
