import { ensureInstalled } from './lib/install.mjs'
import { TOOLS, runNode } from './lib/run.mjs'

/* npm run dev: the development server, on the same data as npm start. */

await ensureInstalled()
process.exit(await runNode(TOOLS.nuxt, ['dev', ...process.argv.slice(2)]))
