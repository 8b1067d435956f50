import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConnectors, type Connectors } from '#server/connectors/exchange/connectors.ts'
import type { XroadConfig } from '#server/connectors/exchange/config-shape.ts'
import type { Call } from '#server/connectors/exchange/connector.ts'
import { identifier, partsOf, sameIdentifier } from '#server/connectors/exchange/xroad/identifier.ts'
import { readOpenApi } from '#server/connectors/exchange/xroad/openapi.ts'

const call: Call = {
  resource: 'persons',
  params: { residentId: '349901/1', day: '2026-11-23' },
  requestId: '5ea48ae9-15c1-465a-be15-9b6ef2c7ef4a',
  fields: ['name'],
  purpose: { matter: '云1', item: 'birth', operator: 'staff/7', unit: 'public-security' },
  signal: AbortSignal.timeout(3000),
}

describe('a request over X-Road', () => {
  const seen: { request: IncomingMessage; body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    seen.push({ request, body })
    response.setHeader('content-type', 'application/json')
    response.setHeader('x-road-client', 'DEV/GOV/1/%70ortal')
    response.setHeader('x-road-service', 'DEV/GOV/2/%E6%B0%91%E6%94%BF/persons')
    response.setHeader('x-road-id', String(request.headers['x-road-id']))
    response.setHeader('x-road-request-id', 'r')
    response.setHeader('x-road-request-hash', `${'A'.repeat(86)}==`)
    response.end('{"name":"林小满","spouse":null,"secret":"x"}')
  })
  let address = ''
  const open: Connectors[] = []

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = server.address()
    address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/ss/`
  })
  afterAll(async () => {
    for (const each of open) await each.close()
    server.close()
  })

  function way(method: XroadConfig['method'], service: string) {
    const config = { name: 'x', kind: 'xroad', address, client: 'DEV/GOV/1/portal', method } as const
    const route = { resource: 'persons', connector: 'x', service, params: { day: 'on' } }
    const connectors = openConnectors({ connectors: [config], routes: [route] })
    open.push(connectors)
    return connectors.to('persons')?.connector
  }

  it('names who asks, for whom and in which matter, each part encoded by itself', async () => {
    await way('POST', 'DEV/GOV/2/民政/persons')?.ask(call)
    const { request, body } = seen.at(-1) ?? {}
    expect(request?.url).toBe('/ss/r1/DEV/GOV/2/%E6%B0%91%E6%94%BF/persons')
    expect(request?.headers).toMatchObject({
      'x-road-client': 'DEV/GOV/1/portal',
      'x-road-id': call.requestId,
      'x-road-userid': 'CNstaff%2F7',
      'x-road-issue': '%E4%BA%911',
      'x-road-represented-party': 'public-security',
      accept: 'application/json',
    })
    expect(JSON.parse(body ?? '')).toEqual({
      params: { residentId: '349901/1', on: '2026-11-23' },
      fields: ['name'],
    })
  })

  it('may be a GET whose address takes parameters, and reads one row with what is known in it', async () => {
    const answer = await way('GET', 'DEV/GOV/2/民政/persons/v1/{residentId}')?.ask(call)
    expect(seen.at(-1)?.request.url).toBe(
      '/ss/r1/DEV/GOV/2/%E6%B0%91%E6%94%BF/persons/v1/349901%2F1?on=2026-11-23',
    )
    expect(answer?.rows).toEqual([{ name: '林小满' }])
  })

  it('that tells something is a PUT under its own id', async () => {
    expect(await way('POST', 'DEV/GOV/2/民政/persons')?.tell(call)).toEqual({ name: '林小满' })
    expect(seen.at(-1)?.request).toMatchObject({
      method: 'PUT',
      url: `/ss/r1/DEV/GOV/2/%E6%B0%91%E6%94%BF/persons/${call.requestId}`,
    })
  })
})

describe('an identifier of an X-Road', () => {
  it('keeps a slash that is part of a name', () => {
    expect(partsOf('DEV/GOV/BAR%2FSERVICE')).toEqual(['DEV', 'GOV', 'BAR/SERVICE'])
    expect(identifier(['DEV', 'GOV', "BAR/SERV'ICE"])).toBe('DEV/GOV/BAR%2FSERV%27ICE')
    expect(sameIdentifier('DEV/a%2Fb', 'DEV/a/b')).toBe(false)
    expect(sameIdentifier('DEV/%61', 'DEV/a')).toBe(true)
  })
})

describe('the description of a service', () => {
  it('gives parameters and the fields of a row, wherever they stand, and nothing for what is none', () => {
    const row = { type: 'object', properties: { name: {}, born: {} } }
    const get = {
      parameters: [{ name: 'id' }, { $ref: '#/components/parameters/day' }],
      responses: {
        200: { content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/row' } } } } },
      },
    }
    const document = {
      info: { title: 'Persons' },
      paths: { '/persons/{id}': { get, delete: { parameters: [{ name: 'not this' }] } } },
      components: { parameters: { day: { name: 'day' } } },
      row,
    }
    expect(readOpenApi(document)).toEqual({
      title: 'Persons',
      inputs: ['id', 'day'],
      outputs: ['name', 'born'],
    })
    expect(readOpenApi('openapi: 3.0.0')).toEqual({ inputs: [], outputs: [] })
    expect(readOpenApi({ paths: { '/': { get: { parameters: [{ $ref: '#/paths' }] } } } }).inputs).toEqual([])
  })
})
