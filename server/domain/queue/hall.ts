import { momentOf } from '#shared/calendar/day.ts'
import type { Hall, HallBusiness } from '#shared/catalog/documents.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { isOpenAt, slotsOf } from '#shared/queue/slots.ts'
import { catalog } from '../catalog/index.ts'
import { workingCalendar } from '../settings/index.ts'

/** A published hall by its code. */
export function hallOf(code: string): Hall {
  const hall = catalog().find('hall', code)
  if (!hall) throw new Refusal('not_found')
  return hall
}

/** A business that somebody chose. */
export function businessOf(hall: Hall, code: string): HallBusiness {
  return hall.businesses.find((each) => each.code === code) ?? refuse('business', 'not_an_option')
}

/** What a business was called; its code once the hall does not offer it any more. */
export function businessName(hall: Hall, code: string): { zh: string; en: string } {
  return hall.businesses.find((each) => each.code === code)?.name ?? { zh: code, en: code }
}

export function counterName(hall: Hall, code: string): { zh: string; en: string } {
  return hall.counters.find((each) => each.code === code)?.name ?? { zh: code, en: code }
}

/** Codes of the businesses that a counter takes. */
export function takenAt(hall: Hall, counter: string): string[] {
  return hall.businesses.filter(({ counters }) => counters.includes(counter)).map(({ code }) => code)
}

export function isOpen(hall: Hall, at: number): boolean {
  return isOpenAt(hall.opening, at, workingCalendar())
}

/** The times at which one may come for a business on a day, those that have begun left out. */
export function timesOf(hall: Hall, business: HallBusiness, day: string, at: number): string[] {
  if (business.capacity === 0) return []
  return slotsOf(hall.opening, day, workingCalendar(), business.slotMinutes).filter(
    (time) => momentOf(day, time) > at,
  )
}

/** Refuses what was posted because of one field. */
export function refuse(field: string, code: string, params?: Record<string, string | number>): never {
  throw new Refusal('invalid_input', { problems: [{ field, ...fault(code, params) }] })
}
