import { writeFileSync } from 'node:fs'
import { startGatewayServer } from './gateway-server.ts'
import { sideBySide } from './outside-routes.ts'
import { startXroadServer } from './xroad-server.ts'

/*
 * node test/support/outside-systems.ts <file>: a gateway and an X-Road beside the demo city's own registers, until it is
 * ended. Writes the configuration of all three connectors into the file, and its secrets' environment on one line.
 */

const [file] = process.argv.slice(2)
if (!file) throw new Error('name the file for the configuration')
const gateway = await startGatewayServer()
const xroad = await startXroadServer()
writeFileSync(file, JSON.stringify(sideBySide(gateway.config, xroad.config), null, 2))
console.log(JSON.stringify({ EXCHANGE_CONFIG: file, ...gateway.env, ...xroad.env }))
