import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ensureBrowser, findBrowser } from './browser.mjs'
import { ROOT } from './machine.mjs'
import { TOOLS, runNode } from './run.mjs'

const RESULTS = '.data/test'

/** Longest time a build may take, seconds. */
const BUILD_SECONDS = 60

/**
 * The gates in order. Each answers how many of its tests passed and failed; one that is a single check (format, lint,
 * types, build) counts as one test.
 */
export const GATES = {
  format: () => check(TOOLS.prettier, ['--check', '--log-level=warn', '.']),
  lint: () => check(TOOLS.oxlint, ['--deny-warnings']),
  types,
  guards: () => vitest('guard'),
  unit: () => vitest('unit'),
  'server-sqlite': () => vitest('server', 'sqlite'),
  'server-postgres': () => vitest('server', 'postgres'),
  build: buildInTime,
  e2e,
}

/** The gates that need neither a build nor a browser. */
export const FAST_GATES = ['format', 'lint', 'types', 'guards', 'unit']

async function check(tool, args) {
  return counted((await runNode(tool, args)) === 0)
}

function counted(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function types() {
  if ((await runNode(TOOLS.nuxt, ['prepare', '--logLevel=silent'])) !== 0) return counted(false)
  const codes = await Promise.all([
    runNode(TOOLS.vueTsc, ['--noEmit', '-p', '.nuxt/tsconfig.app.json']),
    runNode(TOOLS.tsc, ['--noEmit', '-p', 'tsconfig.node.json']),
  ])
  return counted(codes.every((code) => code === 0))
}

async function vitest(project, engine = 'sqlite') {
  const file = resultFile(`${project}-${engine}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const code = await runNode(TOOLS.vitest, args, { YIZHAN_TEST_ENGINE: engine, NODE_ENV: 'test' })
  const report = readReport(file)
  const failed = report?.numFailedTests ?? 0
  return { passed: report?.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(1, failed) }
}

async function buildInTime() {
  try {
    const seconds = await build()
    console.log(`Built in ${seconds.toFixed(1)} s.`)
    if (seconds > BUILD_SECONDS) console.error(`A build may take ${BUILD_SECONDS} s at most.`)
    return counted(seconds <= BUILD_SECONDS)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return counted(false)
  }
}

async function e2e() {
  await ensureBrowser()
  const file = resultFile('e2e.json')
  const chromium = findBrowser()
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(chromium && { CHROMIUM: chromium }) }
  const code = await runNode(TOOLS.playwright, ['test', '--reporter=list,json', '--max-failures=5'], env)
  const stats = readReport(file)?.stats
  const failed = stats?.unexpected ?? 0
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: code === 0 ? failed : Math.max(1, failed),
  }
}

function resultFile(name) {
  const file = join(ROOT, RESULTS, name)
  mkdirSync(join(ROOT, RESULTS), { recursive: true })
  rmSync(file, { force: true })
  return file
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
