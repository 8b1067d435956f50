import * as v from 'valibot'
import type { LifeEvent, LookupPlan } from '#shared/catalog/documents.ts'
import { condition } from './condition.ts'
import { code, count, day, text, type Shape } from './values.ts'

const effectBase = { when: condition, message: text }
const items = v.array(code)

const effect = v.variant('effect', [
  v.strictObject({ ...effectBase, effect: v.literal('notice') }),
  v.strictObject({
    ...effectBase,
    effect: v.literal('block'),
    way: v.optional(text),
    source: v.optional(text),
  }),
  v.strictObject({ ...effectBase, effect: v.literal('jump'), lifeEvent: code }),
  v.strictObject({ ...effectBase, effect: v.literal('counterOnly'), items }),
  v.strictObject({ ...effectBase, effect: v.literal('dropItem'), items }),
  v.strictObject({ ...effectBase, effect: v.literal('switchItem'), from: code, to: code }),
  v.strictObject({ ...effectBase, effect: v.literal('addMaterial'), item: code, material: code }),
  v.strictObject({ ...effectBase, effect: v.literal('showOriginal'), materials: v.array(code) }),
  v.strictObject({ ...effectBase, effect: v.literal('specialProcedure'), item: code, procedure: code }),
  v.strictObject({ ...effectBase, effect: v.literal('preApproval'), items }),
])

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
  prerequisites: v.array(v.union([code, v.strictObject({ anyOf: v.array(code) })])),
  chosen: v.optional(v.boolean()),
  startWhen: v.optional(v.strictObject({ rule: condition, otherwise: text })),
  window: v.optional(code),
})

/** A look-up plan; also of the enterprise profile. */
export const lookupPlan: Shape<LookupPlan> = v.strictObject({
  resource: code,
  when: v.optional(condition),
  ask: v.record(v.string(), code),
  proof: v.optional(v.array(code)),
  gives: v.record(code, v.string()),
  only: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
  recent: v.optional(v.strictObject({ field: v.string(), days: count })),
  seldom: v.optional(v.array(code)),
  locked: v.array(code),
})

const page = v.strictObject({
  code,
  title: text,
  recordTitle: v.optional(text),
  lead: v.optional(text),
  elements: v.array(code),
})

const inference = v.strictObject({
  element: code,
  cases: v.array(
    v.strictObject({
      when: condition,
      value: v.union([v.string(), v.number(), v.boolean(), v.strictObject({ element: code })]),
    }),
  ),
})

const participant = v.strictObject({
  code,
  title: text,
  when: v.optional(condition),
  each: v.optional(code),
  name: code,
  residentId: code,
  phone: v.optional(code),
  sees: v.array(code),
  statement: text,
  signs: v.optional(v.array(code)),
})

export const lifeEvent: Shape<LifeEvent> = v.strictObject({
  code,
  place: v.optional(count),
  title: text,
  name: text,
  summary: text,
  aliases: v.array(text),
  audience: v.picklist(['person', 'enterprise']),
  who: text,
  department: code,
  eligibility: v.array(
    v.strictObject({ rule: condition, otherwise: text, source: text, way: v.optional(text) }),
  ),
  situations: v.array(situation),
  items: v.array(bundledItem),
  lookups: v.array(lookupPlan),
  wallet: v.optional(v.array(v.strictObject({ certificate: code, gives: v.record(code, code) }))),
  infers: v.optional(v.array(inference)),
  pages: v.array(page),
  stages: v.optional(v.array(v.strictObject({ title: text, items }))),
  about: v.optional(v.pipe(v.array(code), v.minLength(1))),
  jointInspection: v.optional(v.strictObject({ items, note: text })),
  participants: v.optional(v.array(participant)),
  checks: v.optional(v.array(v.strictObject({ rule: condition, fields: v.array(code), message: text }))),
  windows: v.optional(v.array(v.strictObject({ code, name: text, from: day, to: day }))),
  applyWindow: v.optional(code),
  promisedDays: count,
  promiseNote: text,
  solemn: v.optional(v.boolean()),
  nationalList: v.optional(text),
  faqs: v.array(v.strictObject({ question: text, answer: text })),
  verified: v.array(text),
  unverified: v.array(text),
})
