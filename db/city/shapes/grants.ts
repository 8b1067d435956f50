import * as v from 'valibot'
import type { StandingGrant } from '#shared/exchange/grant.ts'
import { code, day, words, type Shape } from './values.ts'

/** A service item, or a policy. */
const item = v.pipe(
  v.string(),
  v.regex(
    /^(policy:)?[A-Za-z0-9][A-Za-z0-9._-]*$/,
    'is no item; use its code, or policy: and that of a policy',
  ),
)

export const standingGrant: Shape<StandingGrant> = v.strictObject({
  resource: code,
  unit: code,
  item,
  fields: v.pipe(v.array(words), v.minLength(1, 'is empty; name the fields')),
  basis: words,
  validFrom: day,
  validTo: day,
})
