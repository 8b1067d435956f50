import { addressOf, type AnswerOf, type Contract } from '#shared/contract/contract.ts'
import type { RefusalBody } from './useApi.ts'

/** How a call ended. */
export type Called<A> = { ok: true; answer: A } | { ok: false; status: number; body: RefusalBody }

/**
 * Calls an endpoint from the browser, with an idempotency key: repeating it after a lost connection is harmless.
 * Never throws; a lost connection is status 0.
 */
export function useCall() {
  const lang = useLang()
  return async function call<C extends Contract>(
    contract: C,
    input: Record<string, unknown>,
    key = crypto.randomUUID(),
  ): Promise<Called<AnswerOf<C>>> {
    try {
      const response = await fetch(addressOf(contract, input), {
        method: contract.method,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'x-lang': lang,
          'idempotency-key': key,
        },
        ...(contract.method === 'POST' && { body: JSON.stringify(input) }),
      })
      const body: unknown = await response.json()
      if (response.ok) return { ok: true, answer: body as AnswerOf<C> }
      return { ok: false, status: response.status, body: body as RefusalBody }
    } catch {
      return { ok: false, status: 0, body: { refusal: 'internal' } }
    }
  }
}
