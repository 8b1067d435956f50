import { addDays, dayOf } from '#shared/calendar/day.ts'
import type { BookingForm } from '#shared/queue/views.ts'
import { priorityByAge } from '#shared/queue/priority.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { barred, mayChange, ownAppointment } from './book.ts'
import { hallOf, timesOf } from './hall.ts'
import { priorityChoices, priorityWords } from './present.ts'
import { queueRules } from './rules.ts'
import { takenOn } from './store/slots.ts'
import { ownVisitor } from './visitor.ts'

interface Wanted {
  hall: string
  business: string
  day: string
}

/** What the person who looks can book: days and slots that are left, and what their age gives. */
export async function ownForm(look: Look, input: Wanted & { change?: string }): Promise<BookingForm> {
  const visitor = await ownVisitor(look.tx, look.actor)
  const moved = input.change ? await ownAppointment(look, input.change) : undefined
  if (moved && (!mayChange(moved, look.at) || moved.hall !== input.hall))
    throw new Refusal('move_not_possible')
  const form = await bookingForm(look, { ...input, business: moved?.business ?? input.business })
  const age = priorityByAge(queueRules().priorities, visitor.residentId, form.day || dayOf(look.at))
  return {
    ...form,
    byAge: priorityWords(age, look.lang).priority,
    barredUntil: moved ? null : await barred(look, visitor),
    moves: moved ? { no: moved.no, day: moved.day, time: moved.time } : null,
  }
}

/** The days of a business with places left, and the slots of the chosen one. */
export async function bookingForm({ tx, at, lang }: Look, { hall: code, business: wanted, day }: Wanted) {
  const hall = hallOf(code)
  const bookable = hall.businesses.filter(({ capacity }) => capacity > 0)
  const business = bookable.find((each) => each.code === wanted)
  const today = dayOf(at)
  const all = Array.from({ length: queueRules().bookAheadDays + 1 }, (_, i) => addDays(today, i))
  const taken = await takenOn(tx, code, business?.code ?? '', business ? all : [])
  const slotsOn = (each: string) =>
    business
      ? timesOf(hall, business, each, at).map((time) => ({
          time,
          free: Math.max(0, business.capacity - (taken.get(`${each} ${time}`) ?? 0)),
        }))
      : []
  const days = all
    .map((each) => ({ day: each, slots: slotsOn(each) }))
    .filter(({ slots }) => slots.length > 0)
  const chosen = days.find((each) => each.day === day)
  return {
    hall: { code, name: say(hall.name, lang), address: say(hall.address, lang) },
    businesses: bookable.map((each) => ({ code: each.code, name: say(each.name, lang) })),
    business: business?.code ?? '',
    days: days.map((each) => ({
      day: each.day,
      free: each.slots.reduce((sum, { free }) => sum + free, 0),
    })),
    day: chosen?.day ?? '',
    slots: chosen?.slots ?? [],
    lateMinutes: queueRules().lateMinutes,
    priorities: priorityChoices(lang, true),
    byAge: '',
    barredUntil: null,
    moves: null,
  } satisfies BookingForm
}
