import { createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { ExchangeError, type RegisterRow } from '#server/connectors/exchange/connector.ts'
import { bodyOf, faultTable, listen, stop, type OutsideServer, type OwnTls } from './outside-server.ts'
import { isWireFault, misbehave, type WireFault } from './wire-faults.ts'

/*
 * A gateway of the provincial exchange protocol as a test server, written from its description (domain.md §11.5,
 * docs/exchange-protocol.md) and sharing no code with the client: its own HMAC, canonical JSON and unsealing. It checks
 * everything, and answers from the registers of the demo city in DATA_DIR, more fields than it was asked for.
 */

/** What it can do wrong; `code-2001` and the like answer this code, signed. */
export type GatewayFault =
  | WireFault
  | 'wrong-signature'
  | 'unsigned'
  | 'old-timestamp'
  | 'no-timestamp'
  | 'other-request'
  | 'clock-ahead'
  | 'odd-rows'
  | `code-${number}`

export interface GatewayOptions {
  port?: number
  /** Serves HTTPS with this certificate; `authority` is whom the client is told to trust. */
  tls?: OwnTls & { authority: string }
  algorithm?: 'HMAC-SM3' | 'HMAC-SHA256'
  cipher?: 'SM4-CBC-HMAC-SM3' | 'AES-256-GCM'
  /** Name of the connector in the configuration, and the prefix of its secrets in the environment. */
  name?: string
}

const FIVE_MINUTES = 5 * 60_000
const TEN_MINUTES = 10 * 60_000

const NOTHING: Found = { code: '3001', list: [], updatedAt: 0 }

interface Found {
  code: string
  list: RegisterRow[]
  updatedAt: number
}

interface Keys {
  secret: string
  seal: Buffer
}

/** Starts a gateway with keys of its own. */
export async function startGatewayServer(options: GatewayOptions = {}): Promise<OutsideServer<GatewayFault>> {
  const { name = 'gateway', algorithm = 'HMAC-SM3', cipher = 'SM4-CBC-HMAC-SM3' } = options
  const keys: Keys = {
    secret: randomBytes(24).toString('hex'),
    seal: randomBytes(cipher === 'AES-256-GCM' ? 32 : 48),
  }
  const faults = faultTable<GatewayFault>()
  const nonces = new Set<string>()
  let asked = 0
  const { address, server } = await listen(
    (request, response) => {
      asked += 1
      void answer({ request, response, keys, nonces, faultOf: faults.of })
    },
    options.tls,
    options.port,
  )
  const prefix = `EXCHANGE_${name.toUpperCase().replaceAll('-', '_')}`
  const tls = options.tls ? { ca: `env:${prefix}_CA` as const } : undefined
  return {
    address,
    config: {
      name,
      kind: 'gateway',
      address,
      appKey: 'yizhan',
      algorithm,
      cipher,
      secrets: { sign: `env:${prefix}_SIGN`, seal: `env:${prefix}_SEAL` },
      ...(tls ? { tls } : {}),
    },
    env: {
      [`${prefix}_SIGN`]: keys.secret,
      [`${prefix}_SEAL`]: keys.seal.toString('base64'),
      ...(options.tls ? { [`${prefix}_CA`]: options.tls.authority } : {}),
    },
    setFault: faults.set,
    asked: () => asked,
    close: () => stop(server),
  }
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  keys: Keys
  nonces: Set<string>
  faultOf(service: string): GatewayFault | undefined
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, keys, nonces, faultOf } = exchange
  const body = await bodyOf(request)
  const service = decodeURIComponent(request.url?.split('/api/v1/')[1] ?? '')
  const fault = faultOf(service)
  const clock = Date.now() + (fault === 'clock-ahead' ? TEN_MINUTES : 0)
  const requestId = head(request, 'x-request-id')
  const algorithm = head(request, 'x-sign-alg')
  const refused = refusal(request, body, { keys, nonces, clock })
  const { code, list, updatedAt } = refused
    ? { ...NOTHING, code: refused }
    : fault?.startsWith('code-')
      ? { ...NOTHING, code: fault.slice(5) }
      : await rowsFor(service, exchange, body)
  const said = {
    code,
    message: code === '0' ? 'ok' : 'no',
    requestId: fault === 'other-request' ? '00000000-0000-4000-8000-000000000000' : requestId,
    ...(fault === 'no-timestamp'
      ? {}
      : { timestamp: fault === 'old-timestamp' ? clock - TEN_MINUTES : clock }),
    data: {
      list: fault === 'odd-rows' ? ['not a row', { deep: { deeper: {} } }] : list,
      count: list.length,
      updatedAt: new Date(updatedAt).toISOString(),
      sourceOrg: 'registers',
    },
  }
  const signature = hmac(hashOf(algorithm), keys.secret, sortedJson(said))
  const sign =
    fault === 'wrong-signature' ? signature.replace(/./g, (digit) => (digit === '0' ? '1' : '0')) : signature
  const json = JSON.stringify(fault === 'unsigned' ? said : { ...said, sign })
  if (fault && isWireFault(fault)) return misbehave(fault, request, response, json)
  if (code === '4001') response.setHeader('retry-after', '2')
  response.writeHead(code === '4001' ? 429 : 200, { 'content-type': 'application/json' })
  response.end(json)
}

/** The code of what is wrong with a request, or undefined. */
function refusal(
  request: IncomingMessage,
  body: string,
  { keys, nonces, clock }: { keys: Keys; nonces: Set<string>; clock: number },
): string | undefined {
  const [timestamp, nonce] = [head(request, 'x-timestamp'), head(request, 'x-nonce')]
  const hash = hashOf(head(request, 'x-sign-alg'))
  const text = [request.method, request.url, timestamp, nonce, digest(hash, body)].join('\n')
  if (head(request, 'x-app-key') !== 'yizhan') return '1001'
  if (!same(head(request, 'x-sign'), hmac(hash, keys.secret, text))) return '1001'
  if (!(Math.abs(clock - Number(timestamp)) <= FIVE_MINUTES)) return '1002'
  if (!/^[0-9a-zA-Z]{32}$/.test(nonce) || nonces.has(nonce)) return '1003'
  nonces.add(nonce)
  return /^[0-9a-f-]{36}$/.test(head(request, 'x-request-id')) ? undefined : '5000'
}

async function rowsFor(service: string, { request, response, keys }: Exchange, body: string): Promise<Found> {
  const requestId = head(request, 'x-request-id')
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    const { biz, params } = JSON.parse(body)
    const call = {
      resource: service,
      params: JSON.parse(unseal(head(request, 'x-params-cipher'), keys.seal, String(params), requestId)),
      requestId,
      fields: [],
      purpose: { matter: '', item: '', operator: '', unit: '' },
      signal: gone.signal,
    }
    if (biz.scene === 'tell') return { ...NOTHING, code: '0', list: [await cityConnector.tell(call)] }
    const { rows, updatedAt } = await cityConnector.ask(call)
    return {
      code: rows.length === 0 ? '3001' : rows.length > 1 ? '3002' : '0',
      list: rows,
      updatedAt: updatedAt ?? 0,
    }
  } catch (error) {
    const fault = error instanceof ExchangeError ? error.fault : ''
    return { ...NOTHING, code: fault === 'maintenance' ? '3003' : fault === 'timeout' ? '3004' : '5000' }
  }
}

function head(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '')
}

function hashOf(algorithm: string): string {
  return algorithm === 'HMAC-SM3' ? 'sm3' : 'sha256'
}

function digest(hash: string, text: string): string {
  return createHash(hash).update(text).digest('hex').toUpperCase()
}

/** RFC 2104 by hand: H(K ⊕ opad ‖ H(K ⊕ ipad ‖ text)), blocks of 64 bytes. */
function hmac(hash: string, secret: string, text: string | Buffer): string {
  return macOf(hash, Buffer.from(secret), Buffer.from(text)).toString('hex').toUpperCase()
}

function macOf(hash: string, secret: Buffer, text: Buffer): Buffer {
  const key = Buffer.alloc(64)
  const short = secret.length > 64 ? createHash(hash).update(secret).digest() : secret
  short.copy(key)
  const [inner, outer] = [0x36, 0x5c].map((pad) => Buffer.from(key.map((byte) => byte ^ pad)))
  const first = createHash(hash)
    .update(inner ?? key)
    .update(text)
    .digest()
  return createHash(hash)
    .update(outer ?? key)
    .update(first)
    .digest()
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

/** base64(iv ‖ ciphertext ‖ tag), bound to the request id. */
function unseal(cipher: string, key: Buffer, sealed: string, requestId: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  if (cipher === 'AES-256-GCM') {
    const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    opening.setAAD(Buffer.from(requestId)).setAuthTag(bytes.subarray(-16))
    return opening.update(bytes.subarray(12, -16), undefined, 'utf8') + opening.final('utf8')
  }
  const tag = macOf(
    'sm3',
    key.subarray(16),
    Buffer.concat([Buffer.from(`${requestId}\n`), bytes.subarray(0, -32)]),
  )
  if (!timingSafeEqual(tag, bytes.subarray(-32))) throw new Error('sealed parameters were changed')
  const opening = createDecipheriv('sm4-cbc', key.subarray(0, 16), bytes.subarray(0, 16))
  return opening.update(bytes.subarray(16, -32), undefined, 'utf8') + opening.final('utf8')
}
