import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/* Runs under whatever Node the machine has (20 or newer), before anything is installed: no dependency, no TypeScript. */

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const BIN = join(ROOT, 'node_modules/.bin')

/** The Node 24 that the lockfile brings; where there is no such package (macOS), a fitting one of the machine's. */
export function ourNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(ROOT, `node_modules/node-${system}-${process.arch}/bin/${file}`)
  if (existsSync(packaged)) return packaged
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 11) || (major === 22 && minor >= 19)) return process.execPath
  throw new Error(
    `There is no Node 24 package for ${system}-${process.arch}: please use Node 24.11 or newer.`,
  )
}

/** The environment for tools of ours: our Node first, so that scripts behave the same on every machine. */
export function toolEnv(extra = {}) {
  const path = [dirname(ourNode()), BIN, process.env.PATH].join(delimiter)
  return { ...process.env, NUXT_TELEMETRY_DISABLED: '1', PATH: path, ...extra }
}

/** The environment for npm itself: not run by the Node it may be about to replace. */
export function npmEnv() {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
  return { ...process.env, PATH: path }
}
