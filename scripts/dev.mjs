import { join } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { TOOLS, runNode } from './lib/run.mjs'

/* npm run dev: the development server, on the same data as npm start. */

await ensureInstalled()
process.exit(
  await runNode(TOOLS.nuxt, ['dev', ...process.argv.slice(2)], {
    DATABASE_URL: process.env.DATABASE_URL ?? join(process.env.DATA_DIR ?? '.data', 'yizhan.sqlite'),
    DATA_DIR: process.env.DATA_DIR ?? '.data',
    YIZHAN_MODE: process.env.YIZHAN_MODE ?? 'demo',
  }),
)
