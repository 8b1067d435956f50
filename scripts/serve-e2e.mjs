import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT, ourNode, toolEnv } from './lib/machine.mjs'
import { startServer, stopServer } from './lib/serve.mjs'

/* node scripts/serve-e2e.mjs <port> <log>: the built server with a fresh demo city, for the journeys. */

const [port = '3131', log = '.data/e2e/server.log'] = process.argv.slice(2)
const data = join(ROOT, '.data/e2e/data')

rmSync(data, { recursive: true, force: true })
mkdirSync(data, { recursive: true })
mkdirSync(dirname(join(ROOT, log)), { recursive: true })
const file = openSync(join(ROOT, log), 'w')

/** The registers of the journeys are not all the city's own: some stand behind a gateway, some on an X-Road. */
async function startOutside(env) {
  const child = spawn(ourNode(), ['test/support/outside-systems.ts', join(data, 'exchange.json')], {
    cwd: ROOT,
    env: toolEnv(env),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout }))
    return { child, secrets: JSON.parse(line) }
  throw new Error('the outside systems did not start')
}

const { now } = JSON.parse(readFileSync(join(ROOT, 'db/city/demo.json'), 'utf8'))
const env = {
  PORT: port,
  DATABASE_URL: join(data, 'yizhan.sqlite'),
  DATA_DIR: data,
  YIZHAN_MODE: 'demo',
  YIZHAN_NOW: now,
}
const outside = await startOutside(env)
const server = startServer({ ...env, ...outside.secrets }, { stdio: ['ignore', file, file] })
server.on('exit', (code) => {
  outside.child.kill('SIGTERM')
  process.exit(code ?? 0)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopServer(server))
