import { describeConnector } from '../../support/connector-suite.ts'
import { startGatewayServer } from '../../support/gateway-server.ts'
import { testAuthority } from '../../support/test-certificates.ts'
import { startXroadServer, XROAD_SERVICE } from '../../support/xroad-server.ts'

describeConnector('city', async () => ({ config: { name: 'city', kind: 'city' } }))

describeConnector('gateway', () => startGatewayServer())

describeConnector('gateway over TLS, with SHA-256 and AES', () => {
  const authority = testAuthority('Gateway test authority')
  const tls = { ...authority.issue('gateway'), authority: authority.certificate }
  return startGatewayServer({ name: 'abroad', tls, algorithm: 'HMAC-SHA256', cipher: 'AES-256-GCM' })
})

describeConnector('xroad', async () => ({ ...(await startXroadServer()), service: XROAD_SERVICE }))

describeConnector('xroad with GET', async () => ({
  ...(await startXroadServer({ name: 'reader', method: 'GET' })),
  service: XROAD_SERVICE,
}))
