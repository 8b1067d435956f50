import * as v from 'valibot'
import { isService, OUTSIDE_SERVICES, type OutsideService } from '#shared/exchange/outside-services.ts'
import type { Text } from '#shared/text.ts'
import { day, text, words, type Shape } from '../../../db/city/shapes/values.ts'
import { cipher, oneOf, secrets } from './config-shape.ts'
import type { ParamsCipher } from './gateway/seal-params.ts'
import type { SecretSource } from './secrets.ts'

/** What another system may ask of a service of ours, and until when. */
export interface AppGrant {
  service: OutsideService
  /** Fields it may have (字段级授权). */
  fields: string[]
  /** For cases: departments whose services it may follow; for certificates: the types it may have. */
  of?: string[] | undefined
  /** The last day it is good for. */
  validTo: string
}

/** Another system that may ask the portal, by configuration. */
export interface OutsideApp {
  key: string
  name: Text
  /** Code of the department or body that runs it. */
  unit: string
  cipher: ParamsCipher
  /** The text that signs, and the key in base64 that seals parameters. */
  secrets: { sign: SecretSource; seal: SecretSource }
  /** Calls it may make in a minute. */
  perMinute: number
  /** Where a person goes back to after consenting; the consent's number is added to it. */
  returnTo?: string | undefined
  grants: AppGrant[]
}

const grant = v.pipe(
  v.strictObject({
    service: oneOf(isService, Object.keys(OUTSIDE_SERVICES), 'is no service'),
    fields: v.pipe(v.array(words), v.minLength(1, 'names no field; name what may be had')),
    of: v.optional(v.array(words)),
    validTo: day,
  }),
  v.check(
    ({ service, fields }) => fields.every((field) => Object.hasOwn(OUTSIDE_SERVICES[service].fields, field)),
    'names a field that its service does not have',
  ),
)

export const outsideApp: Shape<OutsideApp> = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^[\w-]{4,64}$/, 'is no key; use 4 to 64 letters, digits, - and _')),
  name: text,
  unit: words,
  cipher,
  secrets,
  perMinute: v.pipe(v.number(), v.integer(), v.minValue(1, 'is nothing; write 1 or more')),
  returnTo: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (input) => URL.canParse(input) && new URL(input).protocol === 'https:',
        'is no address; write https://host/path',
      ),
    ),
  ),
  grants: v.array(grant),
})
