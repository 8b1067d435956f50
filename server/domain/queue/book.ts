import { randomInt } from 'node:crypto'
import { addDays, dayOf, momentOf } from '#shared/calendar/day.ts'
import type { Hall, HallBusiness } from '#shared/catalog/documents.ts'
import { showDay } from '#shared/format.ts'
import { newId } from '#shared/id.ts'
import { barredUntil } from '#shared/queue/no-show.ts'
import { priorityByAge } from '#shared/queue/priority.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { businessOf, hallOf, refuse, timesOf } from './hall.ts'
import { queueRules, requirePriority } from './rules.ts'
import {
  absencesOf,
  appointmentByNo,
  appointmentHolding,
  insertAppointment,
  updateAppointment,
  type AppointmentRow,
} from './store/appointments.ts'
import { freeSlot, takeSlot } from './store/slots.ts'
import { ownVisitor, type Visitor } from './visitor.ts'

/** A time at a hall that somebody chose. */
export interface SlotChoice {
  day: string
  time: string
}

export interface Booking {
  hall: string
  business: string
  slot: SlotChoice
  priority: string
}

/** Drawn numbers that are taken are drawn again, so often at most. */
const DRAWS = 5

/** Books an appointment for the person who acts. */
export async function bookOwn(act: Act, input: Booking): Promise<{ no: string }> {
  const row = await book(act, await ownVisitor(act.tx, act.actor), input, '')
  return { no: row.no }
}

/**
 * Books a slot for somebody, domain.md §10.4: within the days ahead, one for each business and day, not for who is
 * barred after staying away, and never more than the slot's capacity.
 */
export async function book(
  act: Act,
  visitor: Visitor,
  { hall: code, business: wanted, slot, priority }: Booking,
  bookedBy: string,
): Promise<AppointmentRow> {
  const hall = hallOf(code)
  const business = businessOf(hall, wanted)
  requireTime(hall, business, slot, act.at)
  await requireAllowed(act, visitor)
  const holds = holdsOf(visitor.blind, slot.day, business.code)
  const held = await appointmentHolding(act.tx, holds)
  if (held) refuse('slot', 'booked_twice', { time: held.time })
  const id = newId(act.at)
  const row: AppointmentRow = {
    id,
    no: '',
    personId: visitor.personId,
    personBlind: visitor.blind,
    person: { name: visitor.name, phone: visitor.phone },
    hall: hall.code,
    business: business.code,
    ...slot,
    priority: priorityOf(priority, visitor, slot.day),
    state: 'booked',
    holds,
    bookedBy,
    bookedAt: act.at,
    remindedAt: 0,
    version: 1,
  }
  const booked = await insertDrawn(act, row)
  if (!(await takeSlot(act.tx, keyOf(booked), business.capacity))) refuse('slot', 'slot_full')
  act.note({ verb: 'queue.book', subjectKind: 'appointment', subjectId: id, detail: { hall: hall.code } })
  return booked
}

async function insertDrawn(act: Act, row: AppointmentRow): Promise<AppointmentRow> {
  for (let i = 0; i < DRAWS; i += 1) {
    const drawn = { ...row, no: String(randomInt(10_000_000, 100_000_000)) }
    if (await insertAppointment(act.tx, drawn)) return drawn
    // Either the number is taken, or the same person books the same at this very moment.
    const held = await appointmentHolding(act.tx, row.holds)
    if (held) refuse('slot', 'booked_twice', { time: held.time })
  }
  throw new Error('no free number for an appointment was drawn')
}

/** Moves one's appointment to another time of the same business. */
export async function changeOwn(act: Act, input: { no: string; slot: SlotChoice }): Promise<{ no: string }> {
  const row = await ownBooked(act, input.no)
  const hall = hallOf(row.hall)
  const business = businessOf(hall, row.business)
  const { day, time } = input.slot
  if (day === row.day && time === row.time) return { no: row.no }
  requireTime(hall, business, input.slot, act.at)
  const holds = holdsOf(row.personBlind, day, row.business)
  const held = await appointmentHolding(act.tx, holds)
  if (held && held.id !== row.id) refuse('slot', 'booked_twice', { time: held.time })
  await freeSlot(act.tx, keyOf(row))
  const moved = { ...row, day, time }
  if (!(await takeSlot(act.tx, keyOf(moved), business.capacity))) refuse('slot', 'slot_full')
  if (!(await updateAppointment(act.tx, row, { day, time, holds, remindedAt: 0 })))
    throw new Refusal('changed_meanwhile')
  act.note({ verb: 'queue.change', subjectKind: 'appointment', subjectId: row.id })
  return { no: row.no }
}

/** Gives one's appointment up; the place is free for others at once. */
export async function cancelOwn(act: Act, { no }: { no: string }): Promise<{ no: string }> {
  const row = await ownBooked(act, no)
  await freeSlot(act.tx, keyOf(row))
  if (!(await updateAppointment(act.tx, row, { state: 'cancelled', holds: row.id })))
    throw new Refusal('changed_meanwhile')
  act.note({ verb: 'queue.cancelAppointment', subjectKind: 'appointment', subjectId: row.id })
  return { no }
}

/** One's own appointment, made by oneself or at the counter; others' do not exist. */
export async function ownAppointment(look: Look | Act, no: string): Promise<AppointmentRow> {
  const row = await appointmentByNo(look.tx, no)
  const { blind } = await ownVisitor(look.tx, look.actor)
  if (!row || row.personBlind !== blind) throw new Refusal('not_found')
  return row
}

async function ownBooked(act: Act, no: string): Promise<AppointmentRow> {
  const row = await ownAppointment(act, no)
  if (!mayChange(row, act.at)) throw new Refusal('move_not_possible')
  return row
}

/** Whether an appointment can still be moved or given up: until its time begins. */
export function mayChange({ state, day, time }: AppointmentRow, at: number): boolean {
  return state === 'booked' && momentOf(day, time) > at
}

function requireTime(hall: Hall, business: HallBusiness, { day, time }: SlotChoice, at: number): void {
  const last = addDays(dayOf(at), queueRules().bookAheadDays)
  if (day > last || !timesOf(hall, business, day, at).includes(time)) refuse('slot', 'slot_gone')
}

async function requireAllowed(act: Act, visitor: Visitor): Promise<void> {
  const until = await barred(act, visitor)
  if (until) refuse('slot', 'booking_barred', { day: showDay(until, act.lang) })
}

/** The last day of somebody's not being allowed to book; null when they may. */
export async function barred(look: Look | Act, visitor: Visitor): Promise<string | null> {
  const { noShow } = queueRules()
  const today = dayOf(look.at)
  const from = addDays(today, -noShow.withinDays - noShow.barredDays)
  return barredUntil(await absencesOf(look.tx, visitor.blind, from), noShow, today)
}

function priorityOf(code: string, { residentId }: Visitor, day: string): string {
  const { priorities } = queueRules()
  requirePriority(code)
  // Age is known and is not claimed.
  const claimed = priorities.find((each) => each.code === code && each.fromAge === undefined)
  return claimed?.code ?? priorityByAge(priorities, residentId, day)
}

function holdsOf(blind: string, day: string, business: string): string {
  return `${blind} ${day} ${business}`
}

function keyOf({ hall, business, day, time }: AppointmentRow) {
  return { hall, business, day, time }
}
