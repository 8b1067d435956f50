import type { Call } from '#server/connectors/exchange/connector.ts'

/** A call as the exchange makes it, with nothing of interest in its purpose. */
export function callOf(
  resource: string,
  params: Record<string, string>,
  requestId: string,
  signal = AbortSignal.timeout(1000),
): Call {
  const purpose = { matter: 'm', item: 'i', operator: 'o', unit: 'u' }
  return { resource, params, requestId, fields: [], purpose, signal }
}
