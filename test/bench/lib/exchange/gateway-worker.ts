import { startGatewayServer } from '../../../support/gateway-server.ts'

/* A gateway over the registers in DATA_DIR, until its parent ends it. */

const { config, env } = await startGatewayServer()
process.send?.({ config, env })
