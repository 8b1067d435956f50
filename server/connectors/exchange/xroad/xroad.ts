import type { XroadConfig } from '../config-shape.ts'
import { ExchangeError, type Call, type ExchangeConnector } from '../connector.ts'
import { httpCaller, type HttpAnswer, type HttpRequest } from '../http-call.ts'
import { belongs, readRows } from './answer.ts'
import { codeOfExchange, refuseFaults } from './faults.ts'
import { headersOf } from './headers.ts'
import { encodePart, identifier, partsOf, serviceOf } from './identifier.ts'
import { offeredServices } from './metaservices.ts'

/**
 * The city's security server of an X-Road (Message Protocol for REST, version 1). It signs, encrypts and proves what
 * goes to the provider's; we are known to it by our certificate.
 * @throws Error when a certificate or key of the configuration is not there
 */
export function xroad(config: XroadConfig): ExchangeConnector {
  const http = httpCaller(config.address, config.tls, config.atOnce)

  async function send(
    call: Call,
    method: HttpRequest['method'],
    path: string,
    body?: object,
  ): Promise<HttpAnswer> {
    const answer = await http.call({
      method,
      path: `${http.base}/r1/${path}`,
      headers: {
        ...headersOf(config, call),
        ...(body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: call.signal,
    })
    if (!isNotFound(answer, method)) refuseFaults(answer)
    belongs(answer, { id: call.requestId, client: config.client, service: serviceOf(call.resource) })
    return answer
  }

  return {
    async ask(call) {
      const { path, rest } = filledIn(call)
      const answer =
        config.method === 'GET'
          ? await send(call, 'GET', path + queryOf(rest))
          : await send(call, 'POST', path, { params: rest, fields: call.fields })
      return isNotFound(answer, config.method) ? { rows: [], updatedAt: null } : readRows(answer)
    },
    async tell(call) {
      const { path, rest } = filledIn(call)
      // PUT under the request's own id: told twice, it is done once.
      const own = `${path}/${encodePart(call.requestId)}`
      const answer = await send(call, 'PUT', own, { params: rest, fields: call.fields })
      const [row] = readRows(answer).rows
      if (!row) throw new ExchangeError('bad-answer', 'nothing was made of what was told')
      return row
    },
    list: (signal) => offeredServices(http, config, signal),
    close: async () => http.close(),
  }
}

/** The path of a service, with `{name}` replaced by the parameter of this name; and the parameters that are left. */
function filledIn({ resource, params }: Call): { path: string; rest: Record<string, string> } {
  const rest = { ...params }
  const path = resource
    .split('/')
    .map((part) => {
      const name = /^\{(.+)\}$/.exec(part)?.[1]
      if (name === undefined) return identifier(partsOf(part))
      delete rest[name]
      return encodePart(params[name] ?? '')
    })
    .join('/')
  return { path, rest }
}

function queryOf(params: Record<string, string>): string {
  const query = Object.entries(params).map(([name, value]) => `${encodePart(name)}=${encodePart(value)}`)
  return query.length > 0 ? `?${query.join('&')}` : ''
}

/** To a GET the provider's own 404 says that there is no such record; to anything else, that there is no such service. */
function isNotFound(answer: HttpAnswer, method: HttpRequest['method']): boolean {
  return method === 'GET' && answer.status === 404 && codeOfExchange(answer) === ''
}
