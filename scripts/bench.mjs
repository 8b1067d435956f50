import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ROOT } from './lib/machine.mjs'
import { runNode } from './lib/run.mjs'

/* npm run bench -- <name> …: measures against a baseline in the same run; each ends with a line RESULT. */

const all = readdirSync(join(ROOT, 'test/bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
  process.exit(2)
}

const { now } = JSON.parse(readFileSync(join(ROOT, 'db/city/demo.json'), 'utf8'))
await ensureInstalled()
await ensureBuilt()
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n── ${name}`)
  const code = await runNode(`test/bench/${name}.bench.ts`, [], { NODE_ENV: 'production', YIZHAN_NOW: now })
  if (code !== 0) process.exit(code)
}
