import * as v from 'valibot'
import type { XroadConfig } from '../config-shape.ts'
import { ExchangeError, type OfferedService } from '../connector.ts'
import type { HttpCaller } from '../http-call.ts'
import { jsonOf } from '../read-json.ts'
import { refuseFaults } from './faults.ts'
import { encodePart, identifier, partsOf } from './identifier.ts'
import { readOpenApi } from './openapi.ts'

/** Answers of the metaservices (X-Road Service Metadata Protocol for REST); what we do not use may stand there too. */
const clients = v.object({
  member: v.array(
    v.object({
      id: v.object({
        object_type: v.string(),
        xroad_instance: v.string(),
        member_class: v.string(),
        member_code: v.string(),
        subsystem_code: v.optional(v.string()),
      }),
      name: v.optional(v.string(), ''),
    }),
  ),
})
const methods = v.object({
  service: v.array(
    v.object({
      service_code: v.string(),
      service_type: v.optional(v.string(), ''),
      endpoint_list: v.optional(v.array(v.object({ method: v.string(), path: v.string() })), []),
    }),
  ),
})
type Client = v.InferOutput<typeof clients>['member'][number]
type Method = v.InferOutput<typeof methods>['service'][number]

/**
 * What all subsystems of the X-Road offer: listClients, of each listMethods (everything) and allowedMethods (what we may
 * call), of each service that has a description getOpenAPI.
 * @throws ExchangeError
 */
export async function offeredServices(
  http: HttpCaller,
  { client }: XroadConfig,
  signal: AbortSignal,
): Promise<OfferedService[]> {
  async function get<T>(path: string, shape: v.GenericSchema<unknown, T>): Promise<T> {
    const headers = { 'x-road-client': identifier(partsOf(client)) }
    const answer = await http.call({ method: 'GET', path: http.base + path, headers, signal })
    refuseFaults(answer)
    const read = v.safeParse(shape, jsonOf(answer))
    if (!read.success) throw new ExchangeError('bad-answer', `${path} answered something else`)
    return read.output
  }

  async function described(provider: string, method: Method): Promise<Partial<OfferedService>> {
    if (method.service_type !== 'OPENAPI') return {}
    const path = `/r1/${provider}/getOpenAPI?serviceCode=${encodePart(method.service_code)}`
    try {
      return readOpenApi(await get(path, v.unknown()))
    } catch (error) {
      // Descriptions may be YAML, or not be there: the service is offered all the same.
      if (error instanceof ExchangeError && error.fault !== 'timeout') return {}
      throw error
    }
  }

  async function offeredBy({ id, name }: Client): Promise<OfferedService[]> {
    const provider = providerOf(id)
    const all = (await get(`/r1/${provider}/listMethods`, methods)).service
    const open = (await get(`/r1/${provider}/allowedMethods`, methods)).service
    const allowed = new Set(open.map(({ service_code }) => service_code))
    const offered: OfferedService[] = []
    for (const method of all)
      offered.push({
        service: `${provider}/${encodePart(method.service_code)}`,
        provider: name || provider,
        operations: method.endpoint_list.map((each) => `${each.method} ${each.path}`),
        allowed: allowed.has(method.service_code),
        ...(await described(provider, method)),
      })
    return offered
  }

  const offered: OfferedService[] = []
  for (const each of (await get('/listClients', clients)).member) {
    if (each.id.object_type !== 'SUBSYSTEM' || each.id.subsystem_code === undefined) continue
    try {
      offered.push(...(await offeredBy(each)))
    } catch (error) {
      if (!(error instanceof ExchangeError) || signal.aborted) throw error
      // One of many providers is away: the others are listed all the same.
      const { id, name } = each
      const provider = providerOf(id)
      offered.push({ service: provider, provider: name || provider, operations: [], fault: error.fault })
    }
  }
  return offered
}

function providerOf({
  xroad_instance,
  member_class,
  member_code,
  subsystem_code = '',
}: Client['id']): string {
  return identifier([xroad_instance, member_class, member_code, subsystem_code])
}
