import { FAST_GATES } from './lib/gates.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runGates } from './lib/run-gates.mjs'

/* npm run check: the gates that need neither a build nor a browser. */

await ensureInstalled()
process.exit(await runGates(FAST_GATES))
