import { dayOf } from '#shared/calendar/day.ts'
import type { Department } from '#shared/catalog/documents.ts'
import type { Resource } from '#shared/catalog/resource.ts'
import type { Route } from '#server/connectors/exchange/config-shape.ts'
import type { OfferedService } from '#server/connectors/exchange/connector.ts'
import { codesOf } from './codes-of.ts'

/** Where what was taken over from an outside system stands, until a person finds its place. */
const HEADING = '303001/'
const FIRST_NUMBER = 90_000

export interface Taking {
  connector: string
  /** Who is responsible for it here. */
  provider: Department
  /** The resources that the catalogue has. */
  known: readonly Pick<Resource, 'code' | 'catalogCode'>[]
  /** The services that routes lead to already. */
  routed: readonly string[]
  /** The day they are entered, `YYYY-MM-DD`. */
  today?: string
}

/**
 * Resources for the catalogue from what an outside system offers. What it does not tell is filled with what binds most:
 * shared under conditions, not open. Names and purpose are the system's own words, for a person to translate.
 */
export function offeredResources(
  services: readonly OfferedService[],
  taking: Taking,
): { resources: Resource[]; routes: Route[] } {
  const codes = codesOf(services.map(({ service }) => service))
  const known = new Set(taking.known.map(({ code }) => code))
  const fresh = services
    .map((service) => ({ service, code: codes.get(service.service) ?? '' }))
    .filter(({ service, code }) => isFresh(service, taking) && !known.has(code))
  const last = lastNumber(taking.known)
  return {
    resources: fresh.map(({ service, code }, index) => resourceOf(service, code, last + index + 1, taking)),
    routes: fresh.map(({ service, code }) => ({
      resource: code,
      connector: taking.connector,
      service: service.service,
    })),
  }
}

function isFresh({ service, outputs = [] }: OfferedService, { routed }: Taking): boolean {
  return outputs.length > 0 && !routed.includes(service)
}

/** The highest number under the heading, so that none is given twice. */
function lastNumber(known: Taking['known']): number {
  const numbers = known
    .filter(({ catalogCode }) => catalogCode.startsWith(HEADING))
    .map(({ catalogCode }) => Number(catalogCode.slice(HEADING.length)))
  return Math.max(FIRST_NUMBER, ...numbers)
}

function resourceOf(
  { title, provider: offeredBy, allowed, inputs = [], outputs = [], operations }: OfferedService,
  code: string,
  number: number,
  { provider, today = dayOf(Date.now()) }: Taking,
): Resource {
  const name = title ?? code
  const writes = operations.length > 0 && operations.every((each) => each.startsWith('PUT '))
  return {
    code,
    catalogCode: HEADING + String(number),
    name: { zh: name, en: name },
    summary: { zh: `${offeredBy}：${name}`, en: `${offeredBy}: ${name}` },
    provider: provider.code,
    format: 'interface',
    sharing: 'conditional',
    sharingCondition: allowed
      ? { zh: '已获准调用', en: 'May be called already' }
      : { zh: '须先向提供方申请', en: 'To be applied for with its provider' },
    mode: writes ? 'entry' : 'query',
    open: false,
    updateCycle: 'daily',
    publishedOn: today,
    contact: { name: provider.name, phone: provider.phone },
    version: '1.0',
    inputs,
    outputs,
    items: outputs.map((field) => ({ field, name: { zh: field, en: field }, dataType: 'text' })),
    purpose: { zh: name, en: name },
  }
}
