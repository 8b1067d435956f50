import { addDays, dayOf, momentOf, timeOf } from '../calendar/day.ts'

/** Hours of the day in which nobody is disturbed, `HH:MM` in the city's time; they may go over midnight. */
export interface QuietHours {
  from: string
  to: string
}

/** When something may be sent that is there at a moment: then, or when the quiet hours end. */
export function afterQuiet(quiet: QuietHours | null, at: number): number {
  if (!quiet || quiet.from === quiet.to) return at
  const [time, day] = [timeOf(at), dayOf(at)]
  if (quiet.from < quiet.to) return time >= quiet.from && time < quiet.to ? momentOf(day, quiet.to) : at
  if (time >= quiet.from) return momentOf(addDays(day, 1), quiet.to)
  return time < quiet.to ? momentOf(day, quiet.to) : at
}
