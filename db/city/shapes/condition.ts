import * as v from 'valibot'
import type { Condition } from '#shared/rules/condition.ts'
import { code, text, type Shape } from './values.ts'

const leaf = { element: code, clause: v.optional(text) }
const number = v.number()
const word = v.string()
/** Another element to compare with, instead of a literal. */
const other = v.strictObject({ element: code })

const BRANCHES: Record<string, () => Shape<Condition>> = {
  all: () => v.strictObject({ all: v.array(condition) }),
  any: () => v.strictObject({ any: v.array(condition) }),
  not: () => v.strictObject({ not: condition }),
}

const LEAVES: Record<string, Shape<Condition>> = {
  is: v.strictObject({ ...leaf, is: v.union([word, number, v.boolean(), other]) }),
  in: v.strictObject({ ...leaf, in: v.array(v.union([word, number])) }),
  atLeast: v.strictObject({ ...leaf, atLeast: v.union([number, other]) }),
  atMost: v.strictObject({ ...leaf, atMost: v.union([number, other]) }),
  before: v.strictObject({ ...leaf, before: v.union([word, other]) }),
  after: v.strictObject({ ...leaf, after: v.union([word, other]) }),
  has: v.strictObject({ ...leaf, has: word }),
  startsWith: v.strictObject({ ...leaf, startsWith: word }),
  exists: v.strictObject({ ...leaf, exists: v.boolean() }),
  every: v.strictObject({ ...leaf, every: v.lazy(() => condition) }),
  some: v.strictObject({ ...leaf, some: v.lazy(() => condition) }),
}

const neither: Shape<Condition> = v.custom<Condition>(
  () => false,
  `is not a condition; use ${[...Object.keys(BRANCHES), ...Object.keys(LEAVES)].join(', ')}`,
)

/** A condition; the shape is chosen by its key, so that a fault deep inside is named by its own path. */
export const condition: Shape<Condition> = v.lazy((input) => {
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : []
  const branch = keys.map((key) => BRANCHES[key]).find((each) => each !== undefined)
  return branch ? branch() : (keys.map((key) => LEAVES[key]).find((each) => each !== undefined) ?? neither)
})
