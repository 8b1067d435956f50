import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { ExchangeError, type RegisterRow } from '#server/connectors/exchange/connector.ts'
import { bodyOf, faultTable, listen, stop, type OutsideServer } from './outside-server.ts'
import { testAuthority } from './test-certificates.ts'
import { isWireFault, misbehave, type WireFault } from './wire-faults.ts'
import { metaAnswer } from './xroad-metaservices.ts'

/*
 * A security server of an X-Road as a test server, written from the X-Road Message Protocol for REST and the Service
 * Metadata Protocol for REST, sharing no code with the client. It takes clients by their certificate alone, checks the
 * address and the headers, and answers from the registers of the demo city in DATA_DIR, more fields than it was asked
 * for. A look-up is a POST of `{params}` or a GET; what is told is a PUT under an id.
 */

/** What it can do wrong; `X-Road:…` is a fault of the exchange, `status-…` one of the provider. */
export type XroadFault =
  | WireFault
  | 'no-hash'
  | 'old-timestamp'
  | 'other-request'
  | 'other-service'
  | 'clock-ahead'
  | 'odd-rows'
  | 'error-in-body'
  | `X-Road:${string}`
  | `status-${number}`

export interface XroadOptions {
  port?: number
  name?: string
  /** How the client is told to look up. */
  method?: 'GET' | 'POST'
  /** Shows a certificate of an authority that the client does not trust. */
  foreign?: boolean
  /** The client has no certificate of its own to show. */
  anonymous?: boolean
}

/** Who we are in the test's X-Road, and the subsystem that has the registers. A slash in a name must survive. */
export const XROAD_CLIENT = 'CN-TEST/GOV/349900/yizhan%2Fportal'
export const XROAD_PROVIDER = 'CN-TEST/GOV/349900/registers'
/** The service of a route of the configuration. */
export const XROAD_SERVICE = `${XROAD_PROVIDER}/{resource}`

/** Stands for a service under maintenance. */
const CLOSED = 0
const TEN_MINUTES = 10 * 60_000

/** Starts a security server with certificates of its own. */
export async function startXroadServer(options: XroadOptions = {}): Promise<OutsideServer<XroadFault>> {
  const { name = 'xroad', method = 'POST', foreign = false, anonymous = false } = options
  const authority = testAuthority('X-Road test authority')
  const own = (foreign ? testAuthority('Somebody else') : authority).issue('security server')
  const client = authority.issue('yizhan')
  const faults = faultTable<XroadFault>()
  let asked = 0
  const { address, server } = await listen(
    (request, response) => {
      asked += 1
      void answer(request, response, faults.of)
    },
    { ...own, clientAuthority: authority.certificate },
    options.port,
  )
  const prefix = `EXCHANGE_${name.toUpperCase().replaceAll('-', '_')}`
  return {
    address,
    config: {
      name,
      kind: 'xroad',
      address,
      client: XROAD_CLIENT,
      method,
      partyClass: 'GOV',
      tls: {
        ca: `env:${prefix}_CA`,
        ...(anonymous
          ? {}
          : { certificate: `env:${prefix}_CERTIFICATE` as const, key: `env:${prefix}_KEY` as const }),
      },
    },
    env: {
      [`${prefix}_CA`]: authority.certificate,
      [`${prefix}_CERTIFICATE`]: client.certificate,
      [`${prefix}_KEY`]: client.key,
    },
    setFault: faults.set,
    asked: () => asked,
    close: () => stop(server),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  faultOf: (service: string) => XroadFault | undefined,
): Promise<void> {
  const body = await bodyOf(request)
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const meta = metaAnswer(path, new URLSearchParams(query))
  if (meta) return send(response, 200, JSON.stringify(meta))
  const [, protocol, ...parts] = path.split('/')
  const id = parts.slice(0, 5).join('/')
  const service = decodeURIComponent(parts[4] ?? '')
  const fault = faultOf(service)
  if (protocol !== 'r1' || parts.length < 5 || head(request, 'x-road-client') !== XROAD_CLIENT)
    return sendFault(response, 400, 'Client.BadRequest')
  if (!id.startsWith(`${XROAD_PROVIDER}/`))
    return sendFault(response, 500, 'Server.ClientProxy.UnknownMember')
  if (fault?.startsWith('X-Road:')) return sendFault(response, 500, fault.slice(7))
  if (fault === 'error-in-body')
    return send(response, 500, JSON.stringify({ type: 'Server.ServerProxy.DatabaseError', message: 'no' }))
  const clock =
    Date.now() + (fault === 'clock-ahead' ? TEN_MINUTES : fault === 'old-timestamp' ? -TEN_MINUTES : 0)
  response.setHeader('x-road-client', XROAD_CLIENT)
  response.setHeader('x-road-service', fault === 'other-service' ? `${XROAD_PROVIDER}/other` : id)
  response.setHeader('x-road-id', fault === 'other-request' ? randomUUID() : head(request, 'x-road-id'))
  response.setHeader('x-road-request-id', randomUUID())
  if (fault !== 'no-hash') response.setHeader('x-road-request-hash', requestHash(request, body))
  response.setHeader('date', new Date(clock).toUTCString())
  if (fault?.startsWith('status-'))
    return send(response, Number(fault.slice(7)), JSON.stringify({ error: 'of the provider' }))
  const told = request.method === 'PUT' ? decodeURIComponent(parts[5] ?? '') : undefined
  const asked = { service, params: paramsOf(request, query, body), told }
  const { status, rows, updatedAt } = await rowsFor(asked, response)
  // Whoever looks after a service disables it at the security server meanwhile.
  if (status === CLOSED) return sendFault(response, 500, 'Server.ServerProxy.ServiceDisabled')
  const list = fault === 'odd-rows' ? [['not a row']] : rows
  const json = JSON.stringify(
    status >= 400 ? { error: 'of the provider' } : told ? list[0] : { list, updatedAt },
  )
  if (fault && isWireFault(fault)) return misbehave(fault, request, response, json)
  const nothing = request.method === 'GET' && status === 200 && list.length === 0
  send(response, nothing ? 404 : status, json)
}

const STATUS_OF: Record<string, number> = { 'provider-refused': 422, maintenance: CLOSED }

interface Question {
  service: string
  params: Record<string, string>
  told: string | undefined
}

async function rowsFor(
  { service, params, told }: Question,
  response: ServerResponse,
): Promise<{ status: number; rows: RegisterRow[]; updatedAt?: string }> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const purpose = { matter: '', item: '', operator: '', unit: '' }
  const call = { resource: service, params, requestId: told ?? '', fields: [], purpose, signal: gone.signal }
  try {
    if (told !== undefined) return { status: 200, rows: [await cityConnector.tell(call)] }
    const { rows, updatedAt } = await cityConnector.ask(call)
    return { status: 200, rows, updatedAt: new Date(updatedAt ?? 0).toISOString() }
  } catch (error) {
    const fault = error instanceof ExchangeError ? error.fault : ''
    return { status: STATUS_OF[fault] ?? 503, rows: [] }
  }
}

function paramsOf(request: IncomingMessage, query: string, body: string): Record<string, string> {
  return request.method === 'GET' ? Object.fromEntries(new URLSearchParams(query)) : JSON.parse(body).params
}

/** Base64 of SHA512(SHA512(headers) ‖ SHA512(body)); without a body, of SHA512(headers). */
function requestHash({ rawHeaders }: IncomingMessage, body: string): string {
  const headers = sha512(Buffer.from(rawHeaders.join('\n')))
  if (body === '') return headers.toString('base64')
  return sha512(Buffer.concat([headers, sha512(Buffer.from(body))])).toString('base64')
}

function sha512(data: Buffer): Buffer {
  return createHash('sha512').update(data).digest()
}

function head(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '')
}

function send(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' })
  response.end(json)
}

/** As a security server tells its own faults: in a header, and with the type in the body. */
function sendFault(response: ServerResponse, status: number, type: string): void {
  response.setHeader('x-road-error', type)
  send(response, status, JSON.stringify({ type, message: 'refused', detail: randomUUID() }))
}
