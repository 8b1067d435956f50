import { ensureBrowser } from './lib/browser.mjs'
import { GATES } from './lib/gates.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runGates } from './lib/run-gates.mjs'

/* npm test: every gate in order. `npm test -- unit e2e` runs only those named. */

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in GATES))
if (unknown.length > 0) {
  console.error(`No such gate: ${unknown.join(', ')}. Gates: ${Object.keys(GATES).join(', ')}.`)
  process.exit(2)
}

const names = Object.keys(GATES).filter((name) => asked.length === 0 || asked.includes(name))
try {
  await ensureInstalled()
  // Some server tests render PDFs and the last gate drives a browser: better to miss them now than in ten minutes.
  if (names.some((name) => name.startsWith('server') || name === 'e2e')) await ensureBrowser()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}
process.exit(await runGates(names))
