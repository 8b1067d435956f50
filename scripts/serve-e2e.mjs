import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './lib/machine.mjs'
import { startServer, stopServer } from './lib/serve.mjs'

/* node scripts/serve-e2e.mjs <port> <log>: the built server with a fresh demo city, for the journeys. */

const [port = '3131', log = '.data/e2e/server.log'] = process.argv.slice(2)
const data = join(ROOT, '.data/e2e/data')

rmSync(data, { recursive: true, force: true })
mkdirSync(data, { recursive: true })
mkdirSync(dirname(join(ROOT, log)), { recursive: true })
const file = openSync(join(ROOT, log), 'w')

const { now } = JSON.parse(readFileSync(join(ROOT, 'db/city/demo.json'), 'utf8'))
const env = {
  PORT: port,
  DATABASE_URL: join(data, 'yizhan.sqlite'),
  DATA_DIR: data,
  YIZHAN_MODE: 'demo',
  YIZHAN_NOW: now,
}
const server = startServer(env, { stdio: ['ignore', file, file] })
server.on('exit', (code) => process.exit(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopServer(server))
