import type { Department } from '#shared/catalog/documents.ts'
import type { Resource } from '#shared/catalog/resource.ts'
import type { Route } from '#server/connectors/exchange/config-shape.ts'
import type { OfferedService } from '#server/connectors/exchange/connector.ts'

export interface Taking {
  connector: string
  /** Who is responsible for it here. */
  provider: Department
  /** Codes of the resources that the catalogue has. */
  known: ReadonlySet<string>
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
  const fresh = services
    .map((service) => ({ service, code: codeOf(service) }))
    .filter(({ service, code }) => (service.outputs ?? []).length > 0 && !taking.known.has(code))
  return {
    resources: fresh.map(({ service, code }, index) => resourceOf(service, code, index + 1, taking)),
    routes: fresh.map(({ service, code }) => ({
      resource: code,
      connector: taking.connector,
      service: service.service,
    })),
  }
}

/** The last part of the service's name, as a code. */
function codeOf({ service }: OfferedService): string {
  const name = decodeURIComponent(service.split('/').at(-1) ?? '')
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '')
}

function resourceOf(
  { title, provider: offeredBy, allowed, inputs = [], outputs = [], operations }: OfferedService,
  code: string,
  number: number,
  { provider, today = new Date().toISOString().slice(0, 10) }: Taking,
): Resource {
  const name = title ?? code
  const writes = operations.length > 0 && operations.every((each) => each.startsWith('PUT '))
  return {
    code,
    catalogCode: `303001/${String(90_000 + number)}`,
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
