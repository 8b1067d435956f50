import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'

/* npm run build: builds, whether needed or not. */

await ensureInstalled()
console.log(`Built in ${(await build()).toFixed(1)} s.`)
