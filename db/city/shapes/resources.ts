import * as v from 'valibot'
import { DATA_TYPES, RESOURCE_FORMATS, SHARING_MODES, SHARING_TYPES } from '#shared/catalog/resource.ts'
import type { Resource, ResourceField } from '#shared/catalog/resource.ts'
import { UPDATE_CYCLES } from '#shared/exchange/freshness.ts'
import { code, day, text, words, type Shape } from './values.ts'

const field: Shape<ResourceField> = v.strictObject({
  field: words,
  name: text,
  dataType: v.picklist(DATA_TYPES),
  element: v.optional(code),
  required: v.optional(v.boolean()),
})

export const resource: Shape<Resource> = v.strictObject({
  code,
  catalogCode: v.pipe(
    v.string(),
    v.regex(
      /^[123]\d{5,}\/\d{5}$/,
      'is no code of a resource; write class, item, heading/number: 101001/00001',
    ),
  ),
  name: text,
  summary: text,
  provider: code,
  format: v.picklist(RESOURCE_FORMATS),
  sharing: v.picklist(SHARING_TYPES),
  sharingCondition: v.optional(text),
  mode: v.picklist(SHARING_MODES),
  open: v.boolean(),
  openCondition: v.optional(text),
  openFields: v.optional(v.array(code)),
  updateCycle: v.picklist(UPDATE_CYCLES),
  publishedOn: day,
  contact: v.strictObject({ name: text, phone: words }),
  version: words,
  inputs: v.array(code),
  outputs: v.array(code),
  items: v.array(field),
  purpose: text,
})
