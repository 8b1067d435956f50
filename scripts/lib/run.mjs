import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, ourNode, toolEnv } from './machine.mjs'

const running = new Set()

/** Who is asked to stop asks what it started to stop, and ends when that has. */
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal)
  })
}

/** Runs a command in the project's folder with its output shown; answers its exit code. */
export function run(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? 'ignore' : 'inherit'
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio,
      shell: process.platform === 'win32' && command === 'npm',
    })
    running.add(child)
    child.on('error', () => end(127))
    child.on('close', (code) => end(code ?? 1))

    function end(code) {
      running.delete(child)
      resolve(code)
    }
  })
}

/** Runs a script or tool of ours with our Node. */
export function runNode(file, args = [], env = {}) {
  return run(ourNode(), [join(ROOT, file), ...args], { env: toolEnv(env) })
}

/** The entry files of the tools we run, so that no shell and no shim stands between. */
export const TOOLS = {
  nuxt: 'node_modules/nuxt/bin/nuxt.mjs',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  vueTsc: 'node_modules/vue-tsc/bin/vue-tsc.js',
  drizzleKit: 'node_modules/drizzle-kit/bin.cjs',
}
