import { ExchangeError } from './connector.ts'

/** How OpenSSL and Node name a certificate that is not to be trusted, ours or theirs. */
const UNTRUSTED =
  /^(ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|CRL_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|EPROTO$)/

/** What it means for a look-up that a socket failed. */
export function faultOfSocket(error: Error, signal: AbortSignal): ExchangeError {
  if (error instanceof ExchangeError) return error
  if (signal.aborted) return new ExchangeError('timeout', 'no answer within the time')
  const code = 'code' in error ? String(error.code) : error.name
  if (UNTRUSTED.test(code)) return new ExchangeError('untrusted', code)
  // What cannot be read as HTTP at all (llhttp's codes).
  if (code.startsWith('HPE_')) return new ExchangeError('bad-answer', code)
  return new ExchangeError('unreachable', code)
}

/** `Retry-After` in milliseconds, when it is given in seconds. */
export function retryAfter(header: string | undefined): number | undefined {
  return header && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined
}
