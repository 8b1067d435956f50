import { addDays, dayOf } from '#shared/calendar/day.ts'
import { addWorkdays, isWorkday } from '#shared/calendar/working-days.ts'
import type { CaseTerms } from '#shared/cases/terms.ts'
import { workingCalendar } from '../settings/index.ts'
import type { TimelineEntry, WorkRow } from '../work/index.ts'

let terms: CaseTerms = {
  correctionDays: 30,
  returnedDays: 30,
  awaitedDays: 30,
  collect: { everyDays: 30, times: 3 },
}

/** Gives the process the city's terms. */
export function useCaseTerms(given: CaseTerms): void {
  terms = given
}

/** The city's terms. */
export function caseTerms(): CaseTerms {
  return terms
}

/** States that wait for the applicant and end when nothing comes, with the days they wait. */
const WAITS: Readonly<Record<string, (terms: CaseTerms) => number>> = {
  correcting: ({ correctionDays }) => correctionDays,
  amending: ({ correctionDays }) => correctionDays,
  returned: ({ returnedDays }) => returnedDays,
  awaiting: ({ awaitedDays }) => awaitedDays,
}

/** What brought an item into its state. */
export function enteredBy(
  item: Pick<WorkRow, 'id' | 'state'>,
  events: readonly TimelineEntry[],
): TimelineEntry | undefined {
  return events.findLast(
    (event) => event.workId === item.id && event.toState === item.state && event.fromState !== item.state,
  )
}

/**
 * The last day on which the applicant can still give what an item waits for; undefined where it does not wait for
 * them. A term that ends on a day off ends on the next working day.
 */
export function lastDayToAnswer(
  item: Pick<WorkRow, 'id' | 'state'>,
  events: readonly TimelineEntry[],
): string | undefined {
  const days = WAITS[item.state]?.(terms)
  const entered = enteredBy(item, events)
  if (days === undefined || !entered) return undefined
  const last = addDays(dayOf(entered.at), days)
  const calendar = workingCalendar()
  return isWorkday(last, calendar) ? last : addWorkdays(last, 1, calendar)
}
