import { readFileSync } from 'node:fs'
import { shaped } from '../../../db/city/parse.ts'
import { collector, showFinding, type Refuse } from '../../../db/city/refuse.ts'
import { exchangeConfig, type ConnectorConfig, type ExchangeConfig, type Route } from './config-shape.ts'

/** The file that says how resources are reached; of a real city it is named by `EXCHANGE_CONFIG`. */
export function exchangeConfigFile(): string {
  return process.env.EXCHANGE_CONFIG ?? 'db/city/exchange.json'
}

/**
 * Reads how resources are reached. A real city that has not said so reaches none, rather than the demo's registers.
 * @throws Error with a line for everything that is wrong: file, place in it, what to do
 */
export function readExchangeConfig(file = exchangeConfigFile()): ExchangeConfig {
  if (process.env.YIZHAN_MODE === 'city' && !process.env.EXCHANGE_CONFIG)
    return { connectors: [], routes: [] }
  const { findings, refuse } = collector()
  const config = shaped(exchangeConfig, readJson(file), (path, what) => refuse(file, path, what))
  if (config) check(config, (path, what) => refuse(file, path, what))
  if (config && findings.length === 0) return config
  throw new Error(findings.map(showFinding).join('\n'))
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: cannot be read as JSON; add or correct the file`, { cause: error })
  }
}

type RefuseHere = (path: Parameters<Refuse>[1], what: string) => void

function check({ connectors, routes }: ExchangeConfig, refuse: RefuseHere): void {
  const kinds = new Map(connectors.map(({ name, kind }) => [name, kind]))
  for (const [at, connector] of connectors.entries()) {
    const { name, kind } = connector
    checkTls(connector, ['connectors', at, 'tls'], refuse)
    if (connectors.findIndex((each) => each.name === name) < at)
      refuse(['connectors', at, 'name'], `“${name}” is there twice; give each its own name`)
    if (kind === 'city' && process.env.YIZHAN_MODE === 'city')
      refuse(['connectors', at, 'kind'], 'the registers of the demo answer nobody in a real city; remove it')
  }
  for (const [at, route] of routes.entries()) {
    const here = ['routes', at] as const
    const kind = kinds.get(route.connector)
    if (!kind) refuse([...here, 'connector'], `no connector is called “${route.connector}”`)
    if (routes.findIndex(({ resource }) => resource === route.resource) < at)
      refuse([...here, 'resource'], `“${route.resource}” has a route already`)
    checkNames(route, here, refuse)
    if (kind === 'xroad' && (route.service ?? '').split('/').length < 5)
      refuse([...here, 'service'], 'is no service; write INSTANCE/CLASS/MEMBER/SUBSYSTEM/SERVICE')
  }
}

/** A security server knows us by our certificate, so there must be one unless it is on this machine. */
function checkTls(connector: ConnectorConfig, here: readonly (string | number)[], refuse: RefuseHere): void {
  if (connector.kind === 'city') return
  const { kind, address, tls } = connector
  if (Boolean(tls?.certificate) !== Boolean(tls?.key))
    refuse([...here], 'has one of certificate and key; give both or none')
  else if (kind === 'xroad' && address.startsWith('https:') && !tls?.certificate)
    refuse([...here], 'is missing; the security server knows us by certificate and key')
}

function checkNames(route: Route, here: readonly (string | number)[], refuse: RefuseHere): void {
  for (const part of ['fields', 'params'] as const) {
    const names = Object.values(route[part] ?? {})
    if (new Set(names).size < names.length) refuse([...here, part], 'gives one name twice; give each its own')
  }
  for (const [index, { from, to }] of (route.maintenance ?? []).entries())
    if (!isWindow(from, to))
      refuse(
        [...here, 'maintenance', index],
        'begins and ends with two times HH:MM, or with moments in their order',
      )
}

function isWindow(from: string, to: string): boolean {
  if (from.includes('T') !== to.includes('T')) return false
  return from.includes('T') ? Date.parse(from) < Date.parse(to) : from !== to
}
