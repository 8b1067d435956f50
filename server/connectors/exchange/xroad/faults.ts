import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { ExchangeError } from '../connector.ts'
import type { HttpAnswer } from '../http-call.ts'
import { retryAfter } from '../socket-faults.ts'

/** Faults that the exchange itself tells of, by how their code begins; all others are its own failure. */
const TOLD: readonly (readonly [RegExp, ExchangeFault])[] = [
  [/\.AccessDenied\b/, 'not-granted'],
  [/\.ServiceDisabled\b/, 'maintenance'],
  // The security server at the provider got no answer from the provider's system.
  [/^Server\.ServerProxy\.(ServiceFailed|NetworkError)\b/, 'provider-failed'],
]

/**
 * Tells faults of the exchange (named in `X-Road-Error`, or by the type in the body) from faults of the provider.
 * @throws ExchangeError when the answer is a fault
 */
export function refuseFaults(http: HttpAnswer): void {
  const code = codeOfExchange(http)
  if (code) {
    const fault = TOLD.find(([begins]) => begins.test(code))?.[1] ?? 'exchange-failed'
    throw new ExchangeError(fault, code.replace(/[^\w.]/g, '').slice(0, 100))
  }
  if (http.status < 400) return
  const retry = retryAfter(http.headers['retry-after'])
  throw new ExchangeError(faultOfStatus(http.status), `the provider answered ${http.status}`, retry)
}

/** The code of a fault of the exchange itself; empty when the provider answered. */
export function codeOfExchange({ headers, status, text }: HttpAnswer): string {
  const header = headers['x-road-error']
  if (typeof header === 'string') return header
  return status >= 400 ? typeIn(text) : ''
}

function faultOfStatus(status: number): ExchangeFault {
  if (status === 429) return 'limited'
  return status >= 500 ? 'provider-failed' : 'provider-refused'
}

/** The type of a fault that the exchange put into the body, when it is one of its own. */
function typeIn(text: string): string {
  return /^\s*\{[^}]*"type"\s*:\s*"((?:Client|Server\.(?:Client|Server)Proxy)[\w.]*)"/.exec(text)?.[1] ?? ''
}
