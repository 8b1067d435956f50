/** Error codes of the exchange protocol (domain.md §11.5), as the portal answers them to other systems. */
export const CODES = {
  '0': 'ok',
  '1001': 'the signature is wrong',
  '1002': 'the timestamp is more than 5 minutes off',
  '1003': 'the nonce was used before',
  '1004': 'the request is not as the protocol says',
  '2001': 'the service is not granted',
  '2002': 'a field is not granted',
  '2003': 'the grant has ended',
  '2004': 'the person has not consented, or not any more',
  '3001': 'nothing was found',
  '4001': 'too many calls',
  '5000': 'the portal failed',
} as const

export type ProtocolCode = keyof typeof CODES

/** Why a call of another system comes to nothing. */
export class ProtocolError extends Error {
  readonly code: ProtocolCode
  /** Seconds after which another try makes sense, when there are too many calls. */
  readonly retryAfter?: number

  constructor(code: ProtocolCode, retryAfter?: number) {
    super(CODES[code])
    this.name = 'ProtocolError'
    this.code = code
    if (retryAfter !== undefined) this.retryAfter = retryAfter
  }
}
