import type { OutsideApp } from '../../connectors/exchange/app-shape.ts'
import { appOf } from '../../connectors/exchange/apps.ts'
import {
  CLOCK_TOLERANCE_MS,
  isAlgorithm,
  sameSignature,
  signRequest,
  type SignAlgorithm,
} from '../../connectors/exchange/gateway/signature.ts'
import { readSecret } from '../../connectors/exchange/secrets.ts'
import { ProtocolError } from './protocol.ts'
import type { OutsideRequest } from './request.ts'

/** A system whose signature is right, and what its answer is signed with. */
export interface Caller {
  app: OutsideApp
  algorithm: SignAlgorithm
  secret: string
}

/**
 * Who calls, by the signature. An unknown key and a wrong signature are answered alike, so that no key can be found out.
 * @throws ProtocolError 1001
 */
export function authenticate(request: OutsideRequest): Caller {
  const app = appOf(request.header('x-app-key'))
  const algorithm = request.header('x-sign-alg')
  if (!app || !isAlgorithm(algorithm)) throw new ProtocolError('1001')
  const secret = readSecret(app.secrets.sign)
  const expected = signRequest(algorithm, secret, {
    method: request.method,
    path: request.path,
    timestamp: request.header('x-timestamp'),
    nonce: request.header('x-nonce'),
    body: request.body,
  })
  if (!sameSignature(expected, request.header('x-sign'))) throw new ProtocolError('1001')
  return { app, algorithm, secret }
}

/**
 * Whether the signed headers are those of a call made now.
 * @param at epoch milliseconds
 * @throws ProtocolError 1002, 1004
 */
export function checkHeaders(request: OutsideRequest, at: number): void {
  const timestamp = request.header('x-timestamp')
  if (!/^\d{13}$/.test(timestamp) || Math.abs(at - Number(timestamp)) > CLOCK_TOLERANCE_MS)
    throw new ProtocolError('1002')
  if (!/^[\w-]{32}$/.test(request.header('x-nonce'))) throw new ProtocolError('1004')
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(request.header('x-request-id')))
    throw new ProtocolError('1004')
}
