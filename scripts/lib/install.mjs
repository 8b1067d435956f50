import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, npmEnv } from './machine.mjs'
import { run } from './run.mjs'

/** Installs from the lockfile unless what is installed is what it says. Needs the network only when it installs. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing what the lockfile names …')
  const code = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: npmEnv(),
  })
  if (code !== 0) throw new Error('npm ci failed; see above.')
}

/** npm keeps a list of what it installed; optional packages of other platforms are missing from it. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const found = packagesIn('node_modules/.package-lock.json')
  if (!wanted || !found) return false
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      found[path]?.version === entry.version ||
      (found[path] === undefined && entry.optional === true),
  )
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
  } catch {
    return undefined
  }
}
