import * as v from 'valibot'
import type { DocumentTemplate } from '#shared/catalog/documents.ts'
import { OF_ROW, type TableOf } from '#shared/catalog/document-template.ts'
import { code, text, words, type Shape } from './values.ts'

const tables = Object.keys(OF_ROW) as TableOf[]

const part = v.variant('part', [
  v.strictObject({ part: v.literal('paragraph'), text: words }),
  v.strictObject({ part: v.literal('heading'), text: words }),
  v.strictObject({
    part: v.literal('pairs'),
    pairs: v.array(v.strictObject({ label: words, text: words })),
  }),
  v.strictObject({
    part: v.literal('table'),
    of: v.picklist(tables),
    heading: v.optional(words),
    columns: v.array(v.strictObject({ title: words, share: v.number(), text: words })),
  }),
  v.strictObject({ part: v.literal('application') }),
  v.strictObject({ part: v.literal('signatures'), receiver: words, clerk: words }),
])

export const documentTemplate: Shape<DocumentTemplate> = v.strictObject({
  code,
  title: text,
  series: v.pipe(v.string(), v.regex(/^\p{Script=Han}$/u, 'is not one Han character; give one')),
  office: v.optional(code),
  gathers: v.optional(v.literal('day')),
  parts: v.array(part),
})
