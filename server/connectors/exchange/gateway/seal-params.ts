import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'

/*
 * Parameters of the provincial exchange protocol on their way: who is asked about is read by the provider alone. The
 * OpenSSL of Node has SM4 in CBC but not in GCM, so SM4 goes with an HMAC over SM3 (encrypt, then authenticate).
 * Sealed = base64(iv ‖ ciphertext ‖ tag). The request id is authenticated too, so that parameters cannot be moved into
 * another request.
 */

/** As the header `X-Params-Cipher` names them; the length of the key in bytes (SM4: 16 for it, 32 for the HMAC). */
export const PARAMS_CIPHERS = { 'SM4-CBC-HMAC-SM3': 48, 'AES-256-GCM': 32 } as const
export type ParamsCipher = keyof typeof PARAMS_CIPHERS

const GCM = { iv: 12, tag: 16 }
const CBC = { iv: 16, tag: 32 }

export function isParamsCipher(name: string): name is ParamsCipher {
  return Object.hasOwn(PARAMS_CIPHERS, name)
}

/** The key of a cipher, prepared once: making it ready costs more than sealing. */
export interface ParamsKey {
  seal: KeyObject
  /** For the HMAC; of AES-GCM, which needs none, the same. */
  tag: KeyObject
}

/**
 * The key of a cipher from base64.
 * @throws Error when it has another length; the key is not repeated
 */
export function paramsKey(cipher: ParamsCipher, base64: string): ParamsKey {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== PARAMS_CIPHERS[cipher])
    throw new Error(`a key for ${cipher} has ${PARAMS_CIPHERS[cipher]} bytes in base64`)
  const split =
    cipher === 'AES-256-GCM' ? { seal: key, tag: key } : { seal: key.subarray(0, 16), tag: key.subarray(16) }
  return { seal: createSecretKey(split.seal), tag: createSecretKey(split.tag) }
}

export function sealParams(
  cipher: ParamsCipher,
  key: ParamsKey,
  params: Readonly<Record<string, string>>,
  requestId: string,
): string {
  const text = JSON.stringify(params)
  if (cipher === 'AES-256-GCM') {
    const iv = randomBytes(GCM.iv)
    const sealing = createCipheriv('aes-256-gcm', key.seal, iv).setAAD(Buffer.from(requestId))
    return joined(iv, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag())
  }
  const iv = randomBytes(CBC.iv)
  const sealing = createCipheriv('sm4-cbc', key.seal, iv)
  const sealed = Buffer.concat([iv, sealing.update(text, 'utf8'), sealing.final()])
  return joined(sealed, tagOf(key, requestId, sealed))
}

/**
 * The parameters as they were before they were sealed.
 * @throws Error when they were changed, sealed with another key or for another request
 */
export function openParams(
  cipher: ParamsCipher,
  key: ParamsKey,
  sealed: string,
  requestId: string,
): Record<string, string> {
  const bytes = Buffer.from(sealed, 'base64')
  const { iv: before, tag: after } = cipher === 'AES-256-GCM' ? GCM : CBC
  if (bytes.length < before + after) throw new Error('sealed parameters are too short')
  const [iv, tag] = [bytes.subarray(0, before), bytes.subarray(-after)]
  const body = bytes.subarray(before, -after)
  if (cipher === 'AES-256-GCM') {
    const opening = createDecipheriv('aes-256-gcm', key.seal, iv, { authTagLength: after })
    opening.setAAD(Buffer.from(requestId)).setAuthTag(tag)
    return paramsOf(opening.update(body, undefined, 'utf8') + opening.final('utf8'))
  }
  if (!timingSafeEqual(tag, tagOf(key, requestId, bytes.subarray(0, -after))))
    throw new Error('sealed parameters were changed')
  const opening = createDecipheriv('sm4-cbc', key.seal, iv)
  return paramsOf(opening.update(body, undefined, 'utf8') + opening.final('utf8'))
}

function tagOf(key: ParamsKey, requestId: string, sealed: Buffer): Buffer {
  return createHmac('sm3', key.tag).update(requestId).update('\n').update(sealed).digest()
}

function joined(...parts: Buffer[]): string {
  return Buffer.concat(parts).toString('base64')
}

function paramsOf(text: string): Record<string, string> {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('sealed parameters are no object')
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, String(each)]))
}
