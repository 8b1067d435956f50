import * as v from 'valibot'
import type { FactValue } from '#shared/rules/condition.ts'
import type { Text } from '#shared/text.ts'

export type Shape<T> = v.GenericSchema<unknown, T>

export const words = v.pipe(v.string(), v.minLength(1, 'is empty; write it'))
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day; write it as YYYY-MM-DD'))
export const count = v.pipe(v.number(), v.integer(), v.minValue(0, 'is negative; write 0 or more'))

/** Content in every language; a missing or empty one is refused. */
export const text: Shape<Text> = v.strictObject({ zh: words, en: words })

/** Codes of documents: English words with hyphens, or numbers of the national lists. */
export const code = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'is not a code; use letters, digits, hyphens'),
)

const cell = v.union([v.string(), v.number(), v.boolean()])

/** A value as registers keep it; of groups, rows. */
export const factValue: Shape<FactValue> = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.array(v.string()),
  v.array(v.record(v.string(), cell)),
])

/** A number of at least one. */
export const some = v.pipe(v.number(), v.integer(), v.minValue(1, 'is too small; write 1 or more'))

/** A time of day. */
export const time = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day; write it as HH:MM'),
)
