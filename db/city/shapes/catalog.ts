import * as v from 'valibot'
import type {
  CertificateType,
  CodeList,
  Department,
  Division,
  Policy,
  RatingTag,
} from '#shared/catalog/documents.ts'
import type { Derivation } from '#shared/elements/derive.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { VALUE_TYPES, type ValueTypeName } from '#shared/elements/types.ts'
import { condition } from './condition.ts'
import { code, count, day, text, words, type Shape } from './values.ts'

export const department: Shape<Department> = v.strictObject({
  code,
  name: text,
  shortName: text,
  abbreviation: words,
  creditCode: v.string(),
  phone: words,
  successor: v.optional(code),
})

export const division: Shape<Division> = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^\d{6,15}$/, 'is not a division code; use 6, 9, 12 or 15 digits')),
  parent: v.nullable(v.string()),
  level: v.picklist(['city', 'district', 'street', 'community', 'grid']),
  name: text,
})

const options = v.array(v.strictObject({ value: words, label: text, hint: v.optional(text) }))

export const codeList: Shape<CodeList> = v.strictObject({ code, name: text, source: words, options })

const valueTypeName = v.custom<ValueTypeName>(
  (input) => typeof input === 'string' && Object.hasOwn(VALUE_TYPES, input),
  `is not a type of value; use one of ${Object.keys(VALUE_TYPES).join(', ')}`,
)

const range: Shape<[number, number]> = v.strictTuple([count, count])

const DERIVATIONS: Record<string, Shape<Derivation>> = {
  daysSince: v.strictObject({ daysSince: code }),
  monthsSince: v.strictObject({ monthsSince: code }),
  ageYears: v.strictObject({ ageYears: code }),
  today: v.strictObject({
    today: v.strictObject({ addDays: v.optional(v.number()), addMonths: v.optional(v.number()) }),
  }),
  addMonths: v.strictObject({ addMonths: v.strictObject({ to: code, months: v.number() }) }),
  count: v.strictObject({ count: code }),
  sum: v.strictObject({ sum: v.strictObject({ group: code, field: code }) }),
  total: v.strictObject({ total: v.array(code) }),
  product: v.strictObject({ product: v.array(code) }),
  birthDateOf: v.strictObject({ birthDateOf: code }),
  genderOf: v.strictObject({ genderOf: code }),
  retirementMonth: v.strictObject({
    retirementMonth: v.strictObject({
      which: v.picklist(['legal', 'earliest', 'latest']),
      birthDate: code,
      gender: code,
      post: v.optional(code),
    }),
  }),
  pensionMonths: v.strictObject({ pensionMonths: code }),
}

const notDerived: Shape<Derivation> = v.custom<Derivation>(
  () => false,
  `is no way to compute; use one of ${Object.keys(DERIVATIONS).join(', ')}`,
)

/** How an element is computed; the shape is chosen by its key, so that a fault is named by its own path. */
const derivation: Shape<Derivation> = v.lazy((input) => {
  const [key = ''] = typeof input === 'object' && input !== null ? Object.keys(input) : []
  return DERIVATIONS[key] ?? notDerived
})

export const element: Shape<DataElement> = v.strictObject({
  code,
  type: valueTypeName,
  label: text,
  recordLabel: v.optional(text),
  hint: v.optional(text),
  sensitivity: v.picklist(['open', 'personal', 'sensitive']),
  reusable: v.optional(v.boolean()),
  options: v.optional(options),
  codeList: v.optional(code),
  level: v.optional(v.picklist(['district', 'street', 'community', 'grid'])),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  decimals: v.optional(count),
  maxLength: v.optional(v.number()),
  pattern: v.optional(v.string()),
  unit: v.optional(text),
  months: v.optional(v.boolean()),
  text: v.optional(text),
  box: v.optional(
    v.strictObject({ south: v.number(), west: v.number(), north: v.number(), east: v.number() }),
  ),
  photo: v.optional(v.strictObject({ width: range, height: range, kb: range })),
  signer: v.optional(code),
  fields: v.optional(v.array(code)),
  optionalFields: v.optional(v.array(code)),
  minRows: v.optional(count),
  maxRows: v.optional(count),
  rows: v.optional(options),
  derive: v.optional(derivation),
})

const layoutBlock = v.variant('block', [
  v.strictObject({ block: v.literal('title'), text }),
  v.strictObject({
    block: v.literal('pairs'),
    pairs: v.array(v.strictObject({ label: text, element: code })),
  }),
  v.strictObject({ block: v.literal('paragraph'), text }),
  v.strictObject({ block: v.literal('space'), height: count }),
])

export const certificateType: Shape<CertificateType> = v.strictObject({
  code,
  name: text,
  typeCode: v.string(),
  issuer: code,
  validMonths: v.nullable(count),
  holder: v.strictObject({ name: code, residentId: v.optional(code) }),
  publicElements: v.array(code),
  layout: v.array(layoutBlock),
})

export const policy: Shape<Policy> = v.strictObject({
  code,
  name: text,
  department: code,
  mode: v.picklist(['apply-free', 'fast', 'claim', 'declare']),
  target: text,
  basis: v.array(text),
  basisSource: v.optional(v.pipe(v.string(), v.url())),
  verified: v.boolean(),
  validFrom: day,
  validTo: day,
  rule: condition,
  benefit: v.strictObject({ kind: text, text, capFen: v.nullable(count) }),
  promisedDays: count,
  steps: v.array(text),
})

export const ratingTag: Shape<RatingTag> = v.strictObject({
  code,
  level: v.picklist([1, 2, 3, 4, 5]),
  label: text,
})
