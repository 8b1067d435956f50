import { ensureBuilt } from './lib/build.mjs'
import { demoLines } from './lib/demo.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { startServer, stopServer, untilReady } from './lib/serve.mjs'

/* npm start: installs and builds when needed, starts the server, and says where it is and who can sign in. */

const mode = process.env.YIZHAN_MODE ?? 'demo'
const port = Number(process.env.PORT ?? 3000)

try {
  await ensureInstalled()
  await ensureBuilt()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const server = startServer({
  PORT: String(port),
  YIZHAN_MODE: mode,
})

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    process.exit(await stopServer(server))
  })
}

if (await untilReady(server, port)) {
  console.log(`\nYizhan (一站) serves on http://localhost:${port}\n`)
  if (mode === 'demo') console.log(`${demoLines().join('\n')}\n`)
  server.on('exit', (code) => process.exit(stopping ? 0 : (code ?? 1)))
} else if (!stopping) {
  console.error('\nYizhan did not start: the reason stands above. docs/operations.md explains every setting.')
  process.exit(server.exitCode || 1)
}
