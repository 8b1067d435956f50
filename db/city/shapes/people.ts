import * as v from 'valibot'
import { RIGHTS } from '#shared/access/rights.ts'
import type { HotlineSettings } from '#shared/catalog/documents.ts'
import type { EntryRule } from '#shared/exchange/entry-rule.ts'
import type { Account, CalendarDay, Enterprise, Person, Register, Role, Staff } from '../city.ts'
import { code, count, day, factValue, text, words, type Shape } from './values.ts'

export const person: Shape<Person> = v.strictObject({
  residentId: v.string(),
  name: words,
  gender: v.picklist(['male', 'female']),
  birthDate: day,
  ethnicity: v.pipe(v.string(), v.regex(/^\d{2}$/, 'is not a code of GB/T 3304; use two digits')),
  nativePlace: words,
  phone: v.optional(v.string()),
  household: v.string(),
  relationToHead: words,
  community: v.string(),
  address: words,
  spouse: v.optional(v.string()),
  mother: v.optional(v.string()),
  father: v.optional(v.string()),
})

export const enterprise: Shape<Enterprise> = v.strictObject({
  creditCode: v.string(),
  name: words,
  divisionCode: v.string(),
  status: v.picklist(['active', 'open', 'revoked', 'deregistered']),
  legalRepresentative: words,
  establishedOn: day,
  address: words,
})

export const staff: Shape<Staff> = v.strictObject({
  login: code,
  name: words,
  unit: code,
  roles: v.pipe(v.array(code), v.minLength(1, 'is empty; give at least one role')),
  title: text,
})

export const role: Shape<Role> = v.strictObject({
  code,
  name: text,
  rights: v.array(v.strictObject({ right: v.picklist(RIGHTS), scope: v.picklist(['unit', 'all']) })),
})

const mandate = v.strictObject({ creditCode: v.string(), scope: code, validTo: day })

export const account: Shape<Account> = v.strictObject({
  login: code,
  residentId: v.string(),
  mandates: v.optional(v.array(mandate)),
  note: text,
})

/** The password of every demo account, and a moment at which the people of the demo find themselves as intended. */
export const demo: Shape<{ password: string; now: string }> = v.strictObject({
  password: words,
  now: v.pipe(v.string(), v.isoTimestamp('is no moment; give one with its zone')),
})

export const calendarDay: Shape<CalendarDay> = v.strictObject({
  date: day,
  type: v.picklist(['holiday', 'workday']),
  name: text,
})

const entry: Shape<EntryRule> = v.strictObject({
  gives: code,
  number: v.variant('kind', [
    v.strictObject({
      kind: v.literal('credit-code'),
      division: code,
      body: v.optional(v.picklist(['91', '92'])),
    }),
    v.strictObject({ kind: v.literal('serial'), prefix: words, division: v.optional(code), digits: count }),
    v.strictObject({ kind: v.literal('joined'), of: v.array(code) }),
    v.strictObject({
      kind: v.literal('recorded'),
      resource: code,
      by: v.record(v.string(), code),
      field: code,
    }),
  ]),
  writes: v.optional(
    v.strictObject({
      resource: code,
      number: code,
      fields: v.record(v.string(), code),
      fixed: v.record(v.string(), factValue),
    }),
  ),
})

export const register: Shape<Register> = v.strictObject({
  resource: code,
  entry: v.optional(entry),
  rows: v.array(v.record(v.string(), factValue)),
})

const option = { code, label: text }

export const hotline: Shape<HotlineSettings> = v.strictObject({
  center: code,
  kinds: v.array(v.strictObject({ ...option, signHours: count, handleDays: count })),
  categories: v.array(v.strictObject({ ...option, department: code })),
  urgentWords: v.array(words),
  urgentNotice: text,
  notAccepted: v.array(v.strictObject({ ...option, advice: text })),
})
