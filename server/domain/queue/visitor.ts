import { blind, type Reader } from '#db'
import type { Actor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { takeAs } from '#shared/elements/take.ts'
import { personName } from '#shared/elements/types/person-name.ts'
import { phone } from '#shared/elements/types/phone.ts'
import { residentId } from '#shared/elements/types/resident-id.ts'
import { Refusal } from '#shared/refusal.ts'
import { catalog } from '../catalog/index.ts'
import { personByResidentId, personOf } from '../identity/index.ts'
import { refuse } from './hall.ts'

const TYPES = { name: personName, residentId, phone }

/** Who is to come. */
export interface Visitor {
  /** Empty without an account. */
  personId: string
  blind: string
  residentId: string
  name: string
  phone: string
}

/** The person who is signed in. */
export async function ownVisitor(reader: Reader, actor: Actor): Promise<Visitor> {
  const person = actor.kind === 'person' ? await personOf(reader, actor.id) : undefined
  if (!person) throw new Refusal('not_allowed')
  const { id, name, residentId: number, phone: mobile } = person
  return { personId: id, blind: blind(number), residentId: number, name, phone: mobile }
}

/** Somebody at the counter, as the clerk wrote them down; with an account, they find it there too. */
export async function visitorAtCounter(
  reader: Reader,
  given: { name: string; residentId: string; phone: string },
  at: number,
): Promise<Visitor> {
  const number = fieldOfVisitor('residentId', given.residentId, at)
  const name = fieldOfVisitor('name', given.name, at)
  const mobile = fieldOfVisitor('phone', given.phone, at)
  const person = await personByResidentId(reader, number)
  const personId = person?.name === name ? person.id : ''
  return { personId, blind: blind(number), residentId: number, name, phone: mobile }
}

/** What was typed, cleaned and checked as the catalogue's element of the applicant. */
export function fieldOfVisitor(field: 'name' | 'residentId' | 'phone', raw: string, at: number): string {
  const element = catalog().one('element', `applicant.${field}`)
  const { value, fault } = takeAs(TYPES[field], element, raw, true, { today: dayOf(at) })
  return fault ? refuse(field, fault.code, fault.params) : String(value)
}
