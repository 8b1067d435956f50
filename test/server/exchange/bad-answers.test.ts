import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { GatewayConfig } from '#server/connectors/exchange/config-shape.ts'
import type { Call, ExchangeConnector } from '#server/connectors/exchange/connector.ts'
import { ExchangeError } from '#server/connectors/exchange/connector.ts'
import { openConnectors, type Connectors } from '#server/connectors/exchange/connectors.ts'
import { paramsKey, sealParams } from '#server/connectors/exchange/gateway/seal-params.ts'
import { signRequest } from '#server/connectors/exchange/gateway/signature.ts'
import { log } from '#server/utils/log.ts'
import { readCity } from '#db/city/load.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { callOf } from '../../support/call.ts'
import { startGatewayServer, type GatewayFault } from '../../support/gateway-server.ts'
import type { OutsideServer } from '../../support/outside-server.ts'
import { testAuthority } from '../../support/test-certificates.ts'
import { sentOfHuge } from '../../support/wire-faults.ts'
import { openWorld } from '../../support/world.ts'
import { startXroadServer, XROAD_SERVICE, type XroadFault } from '../../support/xroad-server.ts'

const mother =
  readCity('db/city').accounts.accounts.find(({ login }) => login === 'mother01')?.residentId ?? ''

const opened: Connectors[] = []
const servers: { close(): Promise<void> }[] = []

beforeAll(async () => {
  await openWorld()
})
afterAll(async () => {
  for (const each of [...opened, ...servers]) await each.close()
})

function connectorTo<Fault extends string>(
  server: OutsideServer<Fault>,
  service?: string,
): ExchangeConnector {
  servers.push(server)
  Object.assign(process.env, server.env)
  const route = { resource: '*', connector: server.config.name, service }
  const connectors = openConnectors({ connectors: [server.config], routes: [route] })
  opened.push(connectors)
  const way = connectors.to('population')
  if (!way) throw new Error('no way')
  return way.connector
}

function question(change: Partial<Call> = {}): Call {
  const signal = AbortSignal.timeout(400)
  return {
    ...callOf('population', { residentId: mother }, randomUUID(), signal),
    fields: ['name'],
    ...change,
  }
}

/** The fault that a look-up ends with. */
async function faultOf(answer: Promise<unknown>): Promise<ExchangeFault | 'answered'> {
  try {
    await answer
    return 'answered'
  } catch (error) {
    if (error instanceof ExchangeError) return error.fault
    throw error
  }
}

/** Faults on the wire, the same over every protocol. */
const WIRE = {
  silent: 'timeout',
  drip: 'timeout',
  html: 'bad-answer',
  'half-json': 'bad-answer',
  'odd-rows': 'bad-answer',
  huge: 'too-big',
  redirect: 'redirected',
  dies: 'unreachable',
  'hangs-up': 'unreachable',
  'old-timestamp': 'stale',
  'clock-ahead': 'stale',
  'other-request': 'wrong-request',
} as const satisfies Partial<Record<GatewayFault & XroadFault, ExchangeFault>>

describe('a gateway that misbehaves', () => {
  let server: OutsideServer<GatewayFault>
  let connector: ExchangeConnector
  beforeAll(async () => {
    server = await startGatewayServer()
    connector = connectorTo(server)
  })

  const table: [GatewayFault, ExchangeFault | 'answered'][] = [
    ...Object.entries(WIRE).map(([fault, end]) => [fault as keyof typeof WIRE, end] as const),
    ['deep-json', 'bad-answer'],
    ['wrong-signature', 'bad-signature'],
    ['no-timestamp', 'answered'],
    ['unsigned', 'bad-signature'],
    ['code-1001', 'exchange-failed'],
    ['code-1002', 'stale'],
    ['code-1003', 'exchange-failed'],
    ['code-2001', 'not-granted'],
    ['code-2002', 'not-granted'],
    ['code-2003', 'not-granted'],
    ['code-3001', 'answered'],
    ['code-3003', 'maintenance'],
    ['code-3004', 'timeout'],
    ['code-4001', 'limited'],
    ['code-5000', 'provider-failed'],
    ['code-7777', 'provider-failed'],
  ].map(([fault, end]) => [fault as GatewayFault, end as ExchangeFault | 'answered'])

  it.each(table)('“%s” ends as “%s”', async (fault, end) => {
    server.setFault(fault)
    expect(await faultOf(connector.ask(question()))).toBe(end)
    server.setFault(null)
    expect(await faultOf(connector.ask(question({ signal: AbortSignal.timeout(3000) })))).toBe('answered')
  })

  it('is read no further than a mebibyte', async () => {
    server.setFault('huge')
    await faultOf(connector.ask(question()))
    server.setFault(null)
    expect(sentOfHuge.bytes).toBeLessThan(8 * 1024 * 1024)
  })

  it('says how long to wait when it is asked too often', async () => {
    server.setFault('code-4001')
    await expect(connector.ask(question())).rejects.toMatchObject({ retryAfterMs: 2000 })
    server.setFault(null)
  })

  it('refuses a request that somebody sends a second time, and one that was changed on its way', async () => {
    const { config } = server
    if (config.kind !== 'gateway') throw new Error('another kind')
    const request = requestTo(config, server.env)
    expect(await post(server.address, request)).toBe('0')
    expect(await post(server.address, request)).toBe('1003')
    expect(await post(server.address, { ...requestTo(config, server.env), body: request.body })).toBe('1001')
  })
})

function requestTo(config: GatewayConfig, env: Record<string, string>) {
  const [secret = '', seal = ''] = [config.secrets.sign, config.secrets.seal].map(
    (each) => env[each.slice(4)],
  )
  const requestId = randomUUID()
  const key = paramsKey(config.cipher, seal)
  const params = sealParams(config.cipher, key, { residentId: mother }, requestId)
  const body = JSON.stringify({ biz: { scene: 'ask' }, params })
  const [timestamp, nonce] = [String(Date.now()), randomBytes(16).toString('hex')]
  const signed = { method: 'POST', path: '/api/v1/population', timestamp, nonce, body }
  const headers = {
    'x-app-key': config.appKey,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-request-id': requestId,
    'x-sign-alg': config.algorithm,
    'x-sign': signRequest(config.algorithm, secret, signed),
    'x-params-cipher': config.cipher,
  }
  return { headers, body }
}

async function post(address: string, request: ReturnType<typeof requestTo>): Promise<string> {
  const answer = await fetch(`${address}/api/v1/population`, { method: 'POST', ...request })
  const { code }: { code: string } = JSON.parse(await answer.text())
  return code
}

describe('an X-Road that misbehaves', () => {
  let server: OutsideServer<XroadFault>
  let connector: ExchangeConnector
  beforeAll(async () => {
    server = await startXroadServer()
    connector = connectorTo(server, XROAD_SERVICE)
  })

  const table: [XroadFault, ExchangeFault][] = [
    ...Object.entries(WIRE).map(([fault, end]) => [fault, end] as [keyof typeof WIRE, ExchangeFault]),
    ['no-hash', 'bad-signature'],
    ['other-service', 'wrong-request'],
    // Of the exchange itself.
    ['X-Road:Server.ServerProxy.AccessDenied', 'not-granted'],
    ['X-Road:Server.ServerProxy.ServiceDisabled', 'maintenance'],
    ['X-Road:Server.ServerProxy.UnknownService', 'exchange-failed'],
    ['X-Road:Server.ClientProxy.NetworkError', 'exchange-failed'],
    ['X-Road:Client.BadRequest', 'exchange-failed'],
    ['error-in-body', 'exchange-failed'],
    // Of the provider behind it.
    ['X-Road:Server.ServerProxy.ServiceFailed.HttpError', 'provider-failed'],
    ['X-Road:Server.ServerProxy.NetworkError', 'provider-failed'],
    ['status-500', 'provider-failed'],
    ['status-404', 'provider-refused'],
    ['status-429', 'limited'],
  ]

  it.each(table)('“%s” ends as “%s”', async (fault, end) => {
    server.setFault(fault)
    expect(await faultOf(connector.ask(question()))).toBe(end)
    server.setFault(null)
    expect(await faultOf(connector.ask(question({ signal: AbortSignal.timeout(3000) })))).toBe('answered')
  })
})

describe('a clock that differs from ours', () => {
  it.each([
    ['gateway', () => startGatewayServer({ name: 'late-gateway' }), undefined],
    ['X-Road', () => startXroadServer({ name: 'late-xroad' }), XROAD_SERVICE],
  ] as const)('of a %s stands in our log, with by how much', async (_, start, service) => {
    const server = await start()
    const connector = connectorTo<'clock-ahead'>(server, service)
    const warn = vi.spyOn(log, 'warn')
    server.setFault('clock-ahead')
    expect(await faultOf(connector.ask(question({ signal: AbortSignal.timeout(3000) })))).toBe('stale')
    const told = warn.mock.calls.map(([message, fields]) => ({
      message,
      minutes: Number(fields?.ms) / 60_000,
    }))
    warn.mockRestore()
    expect(told).toEqual([
      { message: 'the clock of the exchange differs from ours', minutes: expect.closeTo(10, 0) },
    ])
  })
})

describe('a system that is not who it says', () => {
  const patient = () => question({ signal: AbortSignal.timeout(3000) })

  it('is not told anything: a gateway with a certificate of another authority', async () => {
    const tls = {
      ...testAuthority('Somebody else').issue('gateway'),
      authority: testAuthority('Ours').certificate,
    }
    const server = await startGatewayServer({ name: 'foreign-gateway', tls })
    expect(await faultOf(connectorTo(server).ask(patient()))).toBe('untrusted')
    expect(server.asked()).toBe(0)
  })

  it('is not told anything: an X-Road with a certificate of another authority', async () => {
    const server = await startXroadServer({ name: 'foreign', foreign: true })
    expect(await faultOf(connectorTo(server, XROAD_SERVICE).ask(patient()))).toBe('untrusted')
    expect(server.asked()).toBe(0)
  })

  it('does not answer us without our own certificate', async () => {
    const server = await startXroadServer({ name: 'anonymous', anonymous: true })
    expect(await faultOf(connectorTo(server, XROAD_SERVICE).ask(patient()))).toBe('untrusted')
    expect(server.asked()).toBe(0)
  })

  it('is “unreachable” when nobody listens', async () => {
    const server = await startGatewayServer({ name: 'gone' })
    const connector = connectorTo(server)
    await server.close()
    servers.pop()
    expect(await faultOf(connector.ask(patient()))).toBe('unreachable')
  })
})
