import * as v from 'valibot'
import type { Material, ServiceItem } from '#shared/catalog/documents.ts'
import { condition } from './condition.ts'
import { code, count, text, type Shape } from './values.ts'

const need = v.strictObject({ element: code, when: v.optional(condition), optional: v.optional(v.boolean()) })
const faq = v.strictObject({ question: text, answer: text })

const service = v.strictObject({
  serveTo: v.array(v.picklist(['person', 'enterprise', 'institution', 'social-organisation', 'other'])),
  channels: v.array(v.picklist(['online', 'counter', 'post', 'self-service'])),
  depth: v.picklist([1, 2, 3, 4]),
  mobile: v.boolean(),
  scope: v.picklist(['district', 'city', 'province', 'nation']),
  scopeMode: v.picklist(['online', 'by-proxy', 'joint']),
  halls: v.array(code),
  powerSource: v.picklist(['own', 'delegated', 'entrusted', 'authorised']),
  acceptDays: count,
  deliverDays: count,
})

const specialProcedure = v.strictObject({
  code,
  name: text,
  days: v.nullable(count),
  basis: text,
  when: v.optional(condition),
})

export const item: Shape<ServiceItem> = v.strictObject({
  code,
  aliases: v.optional(v.array(text)),
  catalogCode: v.pipe(v.string(), v.regex(/^\d{12}$/, 'is not a catalogue code; use 12 digits')),
  taskCode: v.string(),
  name: text,
  summary: text,
  type: v.picklist(['licence', 'benefit', 'confirmation', 'reward', 'ruling', 'other', 'public-service']),
  department: code,
  division: v.optional(code),
  conditions: v.array(text),
  basis: v.array(v.strictObject({ law: text, clause: text })),
  legalDays: v.nullable(count),
  promisedDays: count,
  promisedDaysIf: v.optional(v.array(v.strictObject({ when: condition, days: count }))),
  service,
  refusals: v.optional(v.array(text)),
  quota: v.optional(text),
  annual: v.optional(text),
  intermediary: v.optional(text),
  specialProcedures: v.optional(v.array(specialProcedure)),
  publicity: v.optional(v.strictObject({ days: count, subject: text, when: v.optional(condition) })),
  preReview: v.optional(v.boolean()),
  fourEyes: v.optional(v.boolean()),
  extensionDays: v.optional(count),
  asksInReview: v.optional(v.strictObject({ basis: text })),
  commitment: v.optional(v.strictObject({ when: v.optional(condition), text })),
  fees: v.nullable(text),
  trips: v.strictObject({ alone: count, bundled: count }),
  needs: v.array(need),
  materials: v.array(code),
  result: v.strictObject({ name: text, certificate: v.optional(code), physical: v.optional(v.boolean()) }),
  outputs: v.optional(v.array(v.strictObject({ element: code, resource: code }))),
  instant: v.optional(v.strictObject({ name: text, rule: condition })),
  decisive: v.optional(v.array(code)),
  checkpoints: v.array(text),
  remedy: text,
  faqs: v.array(faq),
})

export const material: Shape<Material> = v.strictObject({
  code,
  name: text,
  hint: v.optional(text),
  when: v.optional(condition),
  optional: v.optional(v.boolean()),
  exemptBy: v.array(
    v.strictObject({
      by: v.picklist(['resource', 'certificate', 'item', 'signature', 'commitment']),
      ref: code,
    }),
  ),
  origin: v.optional(v.picklist(['applicant', 'government', 'other'])),
  checkpoints: v.optional(v.array(text)),
  tolerantDays: v.optional(count),
  original: v.optional(v.boolean()),
  form: v.optional(v.boolean()),
  accept: v.array(v.picklist(['jpg', 'png', 'pdf', 'heic'])),
  maxPages: v.optional(count),
  maxBytes: count,
})
