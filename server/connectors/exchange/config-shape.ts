import * as v from 'valibot'
import type { MaintenanceWindow } from '#shared/exchange/maintenance.ts'
import { count, words, type Shape } from '../../../db/city/shapes/values.ts'
import { ALGORITHMS, isAlgorithm, type SignAlgorithm } from './gateway/signature.ts'
import { isParamsCipher, PARAMS_CIPHERS, type ParamsCipher } from './gateway/seal-params.ts'
import type { TlsConfig } from './http-call.ts'
import { isSecretSource, type SecretSource } from './secrets.ts'

/** The demo city's own registers. */
export interface CityConfig {
  name: string
  kind: 'city'
}

/** A gateway that speaks the provincial exchange protocol, domain.md §11.5. */
export interface GatewayConfig {
  name: string
  kind: 'gateway'
  address: string
  appKey: string
  algorithm: SignAlgorithm
  cipher: ParamsCipher
  /** The text that signs, and the key in base64 that seals parameters. */
  secrets: { sign: SecretSource; seal: SecretSource }
  tls?: TlsConfig | undefined
  /** Sockets it may have at a time. */
  atOnce?: number | undefined
  /** Our code of a department → the one it is known by there; otherwise they are the same. */
  units?: Record<string, string> | undefined
}

/** The city's own security server of an X-Road, X-Road Message Protocol for REST. */
export interface XroadConfig {
  name: string
  kind: 'xroad'
  address: string
  /** Who we are there: INSTANCE/CLASS/MEMBER/SUBSYSTEM. */
  client: string
  /** How look-ups are sent; GET shows parameters in addresses, and 404 then means "not found". */
  method: 'GET' | 'POST'
  /** Class of the departments on whose behalf we ask, for X-Road-Represented-Party. */
  partyClass?: string | undefined
  tls?: TlsConfig | undefined
  atOnce?: number | undefined
  units?: Record<string, string> | undefined
}

export type ConnectorConfig = CityConfig | GatewayConfig | XroadConfig

/** The way to a resource, or (`*`) to all that have none of their own. */
export interface Route {
  resource: string
  connector: string
  /** What the other system calls it; `{resource}` stands for our code, which is also what it is without this. */
  service?: string | undefined
  /** The provider's name of a field → ours, and our name of a parameter → the provider's; otherwise they are the same. */
  fields?: Record<string, string> | undefined
  params?: Record<string, string> | undefined
  /** What the resource can bear: milliseconds for a call, calls in a second and at a time. */
  deadlineMs?: number | undefined
  perSecond?: number | undefined
  atOnce?: number | undefined
  maintenance?: MaintenanceWindow[] | undefined
}

export interface ExchangeConfig {
  connectors: ConnectorConfig[]
  routes: Route[]
  /** Systems that ask us; read by whoever serves them. */
  apps?: unknown[] | undefined
  /** With so many numbers that nothing proves yet a person may ask a day; 5 unless it is said. */
  triesADay?: number | undefined
}

const secret = v.custom<SecretSource>(
  (input) => typeof input === 'string' && isSecretSource(input),
  'a secret does not stand here: name its place as env:NAME or file:/path',
)

/** One of some names, of which a registry says whether it knows them. */
export function oneOf<Name extends string>(
  is: (name: string) => name is Name,
  names: readonly string[],
  what = 'is not known',
) {
  return v.custom<Name>(
    (input) => typeof input === 'string' && is(input),
    `${what}; use one of ${names.join(', ')}`,
  )
}

/** How parameters are sealed, and the two secrets of whoever signs and seals. */
export const cipher = oneOf(isParamsCipher, Object.keys(PARAMS_CIPHERS))
export const secrets = v.strictObject({ sign: secret, seal: secret })

const address = v.pipe(
  v.string(),
  v.check(isSafeAddress, 'is no address; write https://host/path (http only for this machine itself)'),
)

/** Personal data travel encrypted; only what never leaves the machine may go in clear. */
function isSafeAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.username || url?.password || url?.search) return false
  return (
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname))
  )
}

const tls = v.optional(
  v.strictObject({ ca: v.optional(secret), certificate: v.optional(secret), key: v.optional(secret) }),
)
const more = v.pipe(count, v.minValue(1, 'is nothing; write 1 or more'))
const atOnce = v.optional(more)
const units = v.optional(v.record(v.string(), words))
/** A look-up that is unsettled for a minute counts as lost; nothing may still be waiting for it by then. */
const LONGEST_CALL_MS = 30_000
const moment = v.pipe(
  v.string(),
  v.regex(
    /^(([01]\d|2[0-3]):[0-5]\d|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))$/,
    'is no time; write HH:MM, or a moment with its zone',
  ),
)

const connector: Shape<ConnectorConfig> = v.variant('kind', [
  v.strictObject({ name: words, kind: v.literal('city') }),
  v.strictObject({
    name: words,
    kind: v.literal('gateway'),
    address,
    appKey: v.pipe(
      v.string(),
      v.regex(/^[\x21-\x7e]+$/, 'is no key; use letters, digits and signs of ASCII'),
    ),
    algorithm: oneOf(isAlgorithm, Object.keys(ALGORITHMS)),
    cipher,
    secrets,
    tls,
    atOnce,
    units,
  }),
  v.strictObject({
    name: words,
    kind: v.literal('xroad'),
    address,
    client: v.pipe(
      v.string(),
      v.regex(/^[^/]+(\/[^/]+){2,3}$/, 'is no member; write INSTANCE/CLASS/MEMBER/SUBSYSTEM'),
    ),
    method: v.optional(v.picklist(['GET', 'POST']), 'POST'),
    partyClass: v.optional(words),
    tls,
    atOnce,
    units,
  }),
])

const route: Shape<Route> = v.strictObject({
  resource: words,
  connector: words,
  service: v.optional(words),
  fields: v.optional(v.record(v.string(), words)),
  params: v.optional(v.record(v.string(), words)),
  deadlineMs: v.optional(
    v.pipe(more, v.maxValue(LONGEST_CALL_MS, `is too long; write ${LONGEST_CALL_MS} or less`)),
  ),
  perSecond: v.optional(more),
  atOnce,
  maintenance: v.optional(v.array(v.strictObject({ from: moment, to: moment }))),
})

export const exchangeConfig: Shape<ExchangeConfig> = v.strictObject({
  connectors: v.array(connector),
  routes: v.array(route),
  apps: v.optional(v.array(v.unknown())),
  triesADay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
