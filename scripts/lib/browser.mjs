import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { TOOLS, run, runNode } from './run.mjs'

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A program on the PATH, or undefined. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

/** The machine's Chromium, or undefined when Playwright's own is used. */
export function findBrowser() {
  return process.env.CHROMIUM ?? findProgram(...BROWSERS)
}

/**
 * What the tests need besides npm packages: a Chromium, a font with Chinese, and pdftoppm, which renders PDFs for the
 * tests that look at their ink. Debian's packages where they can be installed; else Playwright's own browser.
 */
export async function ensureBrowser() {
  const missing = [
    ...(findBrowser() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
    ...(findProgram('pdftoppm') ? [] : ['poppler-utils']),
  ]
  if (missing.length > 0 && findProgram('apt-get')) await installDebian(missing)
  if (!findBrowser() && (await runNode(TOOLS.playwright, ['install', 'chromium'])) !== 0)
    throw new Error(
      'No Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM to its path.',
    )
  if (!findProgram('pdftoppm')) throw new Error('pdftoppm is missing: install poppler-utils.')
}

async function installDebian(packages) {
  const root = process.getuid?.() === 0
  if (!root && !findProgram('sudo')) return
  const [command, ...first] = root ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = [...first, 'install', '-y', '--no-install-recommends', ...packages]
  console.log(`Installing ${packages.join(', ')} …`)
  if ((await run(command, install, { env, quiet: true })) === 0) return
  await run(command, [...first, 'update'], { env, quiet: true })
  await run(command, install, { env })
}

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}
