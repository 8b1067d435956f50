import * as v from 'valibot'
import type { Hall } from '#shared/catalog/documents.ts'
import type { QueueRules } from '#shared/queue/rules.ts'
import { code, count, some, text, time, words, type Shape } from './values.ts'

const spans = v.array(v.strictObject({ from: time, to: time }))

const business = v.strictObject({
  code,
  name: text,
  letter: v.pipe(v.string(), v.regex(/^[A-Z]$/, 'is not a letter; use one from A to Z')),
  counters: v.array(code),
  slotMinutes: some,
  capacity: count,
})

export const hall: Shape<Hall> = v.strictObject({
  code,
  name: text,
  address: text,
  division: code,
  phone: words,
  hours: text,
  opening: v.strictObject({ workdays: spans, saturdays: spans }),
  counters: v.array(v.strictObject({ code, name: text })),
  businesses: v.array(business),
})

export const queueRules: Shape<QueueRules> = v.strictObject({
  bookAheadDays: count,
  lateMinutes: count,
  noShow: v.strictObject({ count: some, withinDays: count, barredDays: count }),
  reminder: v.strictObject({ daysBefore: some, time }),
  callsBeforeMissed: some,
  comeBack: v.strictObject({ times: count, behind: count }),
  appointmentsInRow: some,
  priorityInRow: some,
  keptDays: count,
  priorities: v.array(
    v.strictObject({ code, name: text, fromAge: v.optional(count), proof: v.optional(text) }),
  ),
})
