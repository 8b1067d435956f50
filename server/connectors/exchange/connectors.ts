import { cityConnector } from './city.ts'
import { readExchangeConfig } from './config.ts'
import type { ConnectorConfig, ExchangeConfig, Route } from './config-shape.ts'
import type { ExchangeConnector } from './connector.ts'
import { gateway } from './gateway/gateway.ts'
import { routed } from './routed.ts'
import { xroad } from './xroad/xroad.ts'

/** The way to a resource: the connector, with names already translated, and what it can bear. */
export interface Way {
  connector: ExchangeConnector
  route: Route
}

/** The outside systems of a configuration, with their sockets. */
export interface Connectors {
  /** The way to a resource; undefined when the configuration knows none. */
  to(resource: string): Way | undefined
  /** A connector by its name in the configuration, to ask it what it offers. */
  named(name: string): ExchangeConnector | undefined
  close(): Promise<void>
}

/**
 * Opens the connectors of a configuration.
 * @throws Error naming a secret that is not there
 */
export function openConnectors({ connectors, routes }: ExchangeConfig): Connectors {
  const open = new Map(connectors.map((config) => [config.name, opened(config)]))
  const units = new Map(connectors.map((config) => [config.name, unitsOf(config)]))
  const given = new Map(routes.map((route) => [route.resource, route]))
  const ways = new Map<string, Way | undefined>()
  function wayTo(resource: string): Way | undefined {
    const route = given.get(resource) ?? given.get('*')
    const connector = route && open.get(route.connector)
    return route && connector && { connector: routed(connector, route, units.get(route.connector)), route }
  }
  return {
    to(resource) {
      if (!ways.has(resource)) ways.set(resource, wayTo(resource))
      return ways.get(resource)
    },
    named: (name) => open.get(name),
    async close() {
      for (const connector of open.values()) await connector.close?.()
    },
  }
}

function unitsOf(config: ConnectorConfig): Record<string, string> | undefined {
  return config.kind === 'city' ? undefined : config.units
}

function opened(config: ConnectorConfig): ExchangeConnector {
  try {
    if (config.kind === 'city') return cityConnector
    return config.kind === 'gateway' ? gateway(config) : xroad(config)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`connector “${config.name}”: ${why}`, { cause: error })
  }
}

let current: Connectors | undefined

/** Takes the connectors of this process from the file that `exchangeConfigFile` names; bad ones stop the start. */
export function startConnectors(): void {
  current ??= openConnectors(readExchangeConfig())
}

/** The way to a resource in this process. */
export function connectorOf(resource: string): Way | undefined {
  return current?.to(resource)
}

/** Lets go of all sockets, for an orderly stop. */
export async function stopConnectors(): Promise<void> {
  await current?.close()
  current = undefined
}
