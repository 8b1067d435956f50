import * as v from 'valibot'
import type { Material, ServiceItem } from '#shared/catalog/documents.ts'
import { condition } from './condition.ts'
import { code, count, text, type Shape } from './values.ts'

const need = v.strictObject({ element: code, when: v.optional(condition), optional: v.optional(v.boolean()) })
const faq = v.strictObject({ question: text, answer: text })

export const item: Shape<ServiceItem> = v.strictObject({
  code,
  catalogCode: v.pipe(v.string(), v.regex(/^\d{12}$/, 'is not a catalogue code; use 12 digits')),
  taskCode: v.string(),
  name: text,
  summary: text,
  type: v.picklist(['licence', 'benefit', 'confirmation', 'reward', 'ruling', 'other', 'public-service']),
  department: code,
  conditions: v.array(text),
  basis: v.array(v.strictObject({ law: text, clause: text })),
  legalDays: v.nullable(count),
  promisedDays: count,
  fees: v.nullable(text),
  trips: v.strictObject({ alone: count, bundled: count }),
  needs: v.array(need),
  materials: v.array(code),
  result: v.strictObject({ name: text, certificate: v.optional(code), physical: v.optional(v.boolean()) }),
  outputs: v.optional(v.array(v.strictObject({ element: code, resource: code }))),
  instant: v.optional(v.strictObject({ name: text, rule: condition })),
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
  exemptBy: v.array(v.strictObject({ by: v.picklist(['resource', 'item', 'signature']), ref: code })),
  accept: v.array(v.picklist(['jpg', 'png', 'pdf'])),
  maxBytes: count,
})
