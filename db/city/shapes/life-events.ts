import * as v from 'valibot'
import type { LifeEvent, LookupPlan } from '#shared/catalog/documents.ts'
import { condition } from './condition.ts'
import { code, count, text, type Shape } from './values.ts'

const effect = v.strictObject({
  when: condition,
  effect: v.picklist(['notice', 'counterOnly', 'block']),
  item: v.optional(code),
  message: text,
})

const situation = v.strictObject({
  element: code,
  question: text,
  hint: v.optional(text),
  showWhen: v.optional(condition),
  preset: v.optional(v.array(v.string())),
  effects: v.optional(v.array(effect)),
})

const bundledItem = v.strictObject({
  item: code,
  include: v.optional(condition),
  prerequisites: v.array(code),
  chosen: v.optional(v.boolean()),
})

/** A look-up plan; also of the enterprise profile. */
export const lookupPlan: Shape<LookupPlan> = v.strictObject({
  resource: code,
  when: v.optional(condition),
  ask: v.record(v.string(), code),
  gives: v.record(code, v.string()),
  locked: v.array(code),
})

const page = v.strictObject({
  code,
  title: text,
  recordTitle: v.optional(text),
  lead: v.optional(text),
  elements: v.array(code),
})

export const lifeEvent: Shape<LifeEvent> = v.strictObject({
  code,
  title: text,
  name: text,
  summary: text,
  aliases: v.array(text),
  audience: v.picklist(['person', 'enterprise']),
  who: text,
  department: code,
  eligibility: v.array(v.strictObject({ rule: condition, otherwise: text, source: text })),
  situations: v.array(situation),
  items: v.array(bundledItem),
  lookups: v.array(lookupPlan),
  pages: v.array(page),
  promisedDays: count,
  promiseNote: text,
  solemn: v.optional(v.boolean()),
  faqs: v.array(v.strictObject({ question: text, answer: text })),
  verified: v.array(text),
  unverified: v.array(text),
})
