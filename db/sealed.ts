import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/** Keys by their id; the first seals, all of them open. Each key has 32 bytes. */
export interface KeyRing {
  current: string
  keys: ReadonlyMap<string, Buffer>
  /** Keys the blind index; never rotated without rebuilding the indexes. */
  blind: Buffer
}

interface OpenedRing {
  /** The key that seals, and what stands before a value sealed with it. */
  sealing: { key: KeyObject; head: Buffer }
  keys: ReadonlyMap<string, KeyObject>
  blind: KeyObject
}

let ring: OpenedRing | undefined

/** Gives the process its keys; must happen before the first sealed value is written or read. */
export function useKeys({ current, keys, blind: index }: KeyRing): void {
  const opened = new Map([...keys].map(([id, key]) => [id, createSecretKey(key)] as const))
  const key = opened.get(current)
  if (!key) throw new Error(`no key ${current} in the key ring`)
  const head = Buffer.concat([Buffer.from([current.length]), Buffer.from(current)])
  ring = { sealing: { key, head }, keys: opened, blind: createSecretKey(index) }
}

function keyRing(): OpenedRing {
  if (!ring) throw new Error('the key ring has not been set: call useKeys() before opening sealed values')
  return ring
}

/**
 * Seals a value with AES-256-GCM. Layout: length of key id (1 byte), key id, nonce (12), tag (16), ciphertext.
 * The key id is authenticated as well.
 */
export function seal(value: unknown): Buffer {
  return sealBytes(JSON.stringify(value))
}

/** Opens what `seal` made. Throws when the value was changed or its key is not in the ring. */
export function unseal(sealed: Uint8Array): unknown {
  return JSON.parse(unsealBytes(sealed).toString('utf8'))
}

/** Seals bytes, for files, or a text as UTF-8. */
export function sealBytes(plain: Uint8Array | string): Buffer {
  const { key, head } = keyRing().sealing
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(head)
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
  // In this mode nothing is left for the end: it only makes the tag.
  cipher.final()
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body])
}

/** Nonces are drawn from the generator in bulk; none is ever used twice. */
let nonces = Buffer.alloc(0)

function nextNonce(): Buffer {
  if (nonces.length < 12) nonces = randomBytes(12 * 256)
  const nonce = nonces.subarray(0, 12)
  nonces = nonces.subarray(12)
  return nonce
}

/** Opens sealed bytes. */
export function unsealBytes(sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const headLength = 1 + (bytes[0] ?? 0)
  const id = bytes.subarray(1, headLength).toString()
  const key = keyRing().keys.get(id)
  if (!key) throw new Error(`a value was sealed with key ${id}, which is not in the key ring`)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(headLength, headLength + 12))
  decipher.setAAD(bytes.subarray(0, headLength))
  decipher.setAuthTag(bytes.subarray(headLength + 12, headLength + 28))
  const plain = decipher.update(bytes.subarray(headLength + 28))
  decipher.final()
  return plain
}

/** A keyed hash for exact look-up of a sealed value, e.g. a resident id. */
export function blind(value: string): string {
  return createHmac('sha256', keyRing().blind).update(value).digest('base64url')
}
