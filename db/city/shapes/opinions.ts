import * as v from 'valibot'
import type { Opinion } from '#shared/cases/opinion.ts'
import { code, words, type Shape } from './values.ts'

/** Written in Chinese only: a decision is. */
export const opinion: Shape<Opinion> = v.strictObject({
  items: v.optional(v.pipe(v.array(code), v.minLength(1, 'is empty; name items, or leave it out for all'))),
  decision: v.picklist(['grant', 'deny']),
  text: words,
})
