import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './machine.mjs'
import { TOOLS, runNode } from './run.mjs'

const OUTPUT = join(ROOT, '.output/server/index.mjs')
const STAMP = join(ROOT, '.output/sources.sha256')

/** Everything the build reads. */
const SOURCES = [
  'app.vue',
  'assets',
  'components',
  'composables',
  'db',
  'error.vue',
  'layouts',
  'locales',
  'middleware',
  'nuxt.config.ts',
  'package-lock.json',
  'package.json',
  'pages',
  'plugins',
  'public',
  'server',
  'shared',
  'stores',
  'utils',
]

/** Builds unless the last build was made from the same sources. */
export async function ensureBuilt() {
  const hash = hashOfSources()
  if (existsSync(OUTPUT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return
  console.log('Building …')
  await build(hash)
}

/** Builds; answers the seconds it took. */
export async function build(hash = hashOfSources()) {
  const from = Date.now()
  const code = await runNode(TOOLS.nuxt, ['build', '--logLevel=silent'], { NODE_ENV: 'production' })
  if (code !== 0 || !existsSync(OUTPUT)) throw new Error('The build failed; see above.')
  writeFileSync(STAMP, hash)
  return (Date.now() - from) / 1000
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesIn))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

function filesIn(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}
