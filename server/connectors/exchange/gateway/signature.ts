import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { canonical } from './canonical.ts'

/*
 * Signatures of the provincial exchange protocol (domain.md §11.5), used by us as the client of a gateway and as a
 * provider for other systems.
 */

/** How something is signed, as the header `X-Sign-Alg` names it, and the hash that belongs to it. */
export const ALGORITHMS = { 'HMAC-SM3': 'sm3', 'HMAC-SHA256': 'sha256' } as const
export type SignAlgorithm = keyof typeof ALGORITHMS

/** A timestamp further from the clock than this is refused, milliseconds. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000

export interface SignedRequest {
  method: string
  /** As it stands in the request line, with its query. */
  path: string
  /** Epoch milliseconds, as the header says it. */
  timestamp: string
  nonce: string
  body: string | Uint8Array
}

/** HEX(HMAC(secret, method \n path \n timestamp \n nonce \n HEX(hash(body)))), in capitals. */
export function signRequest(algorithm: SignAlgorithm, secret: string, request: SignedRequest): string {
  const { method, path, timestamp, nonce, body } = request
  const digest = createHash(ALGORITHMS[algorithm]).update(body).digest('hex').toUpperCase()
  return mac(algorithm, secret, [method, path, timestamp, nonce, digest].join('\n'))
}

/** The signature of an answer: the same HMAC over its canonical JSON without the member `sign`. */
export function signAnswer(algorithm: SignAlgorithm, secret: string, answer: object): string {
  return mac(algorithm, secret, canonical({ ...answer, sign: undefined }))
}

function mac(algorithm: SignAlgorithm, secret: string, text: string): string {
  return createHmac(ALGORITHMS[algorithm], secret).update(text).digest('hex').toUpperCase()
}

/** Compares two signatures in hexadecimal, whatever their case, in a time that tells nothing. */
export function sameSignature(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one.toUpperCase()), Buffer.from(other.toUpperCase())]
  return a.length === b.length && timingSafeEqual(a, b)
}

export function isAlgorithm(name: string): name is SignAlgorithm {
  return Object.hasOwn(ALGORITHMS, name)
}
