import { createCipheriv, createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'

/*
 * Another system that asks the portal, written from docs/exchange-protocol.md alone: it shares no code with what it is
 * tested against.
 */

/** What such a system was given. */
export interface Credentials {
  key: string
  sign: string
  /** 32 bytes for AES-256-GCM, 48 for SM4-CBC-HMAC-SM3, in base64. */
  seal: string
  cipher: 'AES-256-GCM' | 'SM4-CBC-HMAC-SM3'
  /** Its clock, epoch milliseconds. */
  now: () => number
}

/** What it does otherwise than it should. */
export interface Tampering {
  timestamp?: string
  nonce?: string
  signature?: string
  /** Changed after signing. */
  body?: string
  path?: string
  hash?: 'sm3' | 'sha256'
  consent?: string
  fields?: string[]
  /** Another key to seal the parameters with, in base64. */
  seal?: string
  requestId?: string
}

/** What came back. */
export interface Reply {
  status: number
  retryAfter: string | null
  code: string
  requestId: string
  list: Record<string, unknown>[]
  /** Whether its signature is right. */
  signed: boolean
}

/** Asks a service of the portal. */
export async function askPortal(
  base: string,
  { key, sign, seal, cipher, now }: Credentials,
  service: string,
  params: Record<string, string>,
  tampering: Tampering = {},
): Promise<Reply> {
  const hash = tampering.hash ?? 'sha256'
  const path = `/exchange/v1/${service}`
  const timestamp = tampering.timestamp ?? String(now())
  const nonce = tampering.nonce ?? randomBytes(16).toString('hex')
  const requestId = tampering.requestId ?? randomUUID()
  const sealed = sealedParams(
    cipher,
    Buffer.from(tampering.seal ?? seal, 'base64'),
    JSON.stringify(params),
    requestId,
  )
  const body = JSON.stringify({
    biz: { scene: 'test' },
    params: sealed,
    ...(tampering.fields && { fields: tampering.fields }),
  })
  const digest = createHash(hash).update(body).digest('hex').toUpperCase()
  const text = `POST\n${tampering.path ?? path}\n${timestamp}\n${nonce}\n${digest}`
  const signature = createHmac(hash, sign).update(text).digest('hex').toUpperCase()
  const response = await fetch(base + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-app-key': key,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-request-id': requestId,
      'x-sign-alg': hash === 'sm3' ? 'HMAC-SM3' : 'HMAC-SHA256',
      'x-sign': tampering.signature ?? signature,
      'x-params-cipher': cipher,
      ...(tampering.consent && { 'x-auth-id': tampering.consent }),
    },
    body: tampering.body ?? body,
  })
  const reply = (await response.json()) as {
    code: string
    requestId: string
    data: { list: Record<string, unknown>[] } | null
    sign: string
  }
  const { sign: theirs, ...rest } = reply
  const expected = createHmac(hash, sign).update(sorted(rest)).digest('hex').toUpperCase()
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    code: reply.code,
    requestId: reply.requestId,
    list: reply.data?.list ?? [],
    signed: theirs === expected,
  }
}

function sealedParams(cipher: string, key: Buffer, text: string, requestId: string): string {
  if (cipher === 'AES-256-GCM') {
    const iv = randomBytes(12)
    const gcm = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(requestId))
    return Buffer.concat([iv, gcm.update(text, 'utf8'), gcm.final(), gcm.getAuthTag()]).toString('base64')
  }
  const iv = randomBytes(16)
  const sm4 = createCipheriv('sm4-cbc', key.subarray(0, 16), iv)
  const sealed = Buffer.concat([iv, sm4.update(text, 'utf8'), sm4.final()])
  const tag = createHmac('sm3', key.subarray(16)).update(`${requestId}\n`).update(sealed).digest()
  return Buffer.concat([sealed, tag]).toString('base64')
}

/** JSON without spaces, the keys of every object in the order of their letters. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${sorted(each)}`)
  return `{${members.join(',')}}`
}
