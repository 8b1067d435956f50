import type { ConnectorConfig, ExchangeConfig } from '#server/connectors/exchange/config-shape.ts'
import { XROAD_SERVICE } from './xroad-server.ts'

/** What the demo city asks over which connector, when its registers are not all its own; the rest is `city`'s. */
export const OVER_GATEWAY = ['marriage', 'delivery-bill', 'estate']
export const OVER_XROAD = ['birth', 'medical-insurance', 'position-bans', 'enterprise-names', 'lease']

/** A configuration over three connectors side by side. */
export function sideBySide(gateway: ConnectorConfig, xroad: ConnectorConfig): ExchangeConfig {
  return {
    connectors: [{ name: 'city', kind: 'city' }, gateway, xroad],
    routes: [
      ...OVER_GATEWAY.map((resource) => ({ resource, connector: gateway.name })),
      ...OVER_XROAD.map((resource) => ({ resource, connector: xroad.name, service: XROAD_SERVICE })),
      { resource: '*', connector: 'city' },
    ],
  }
}
