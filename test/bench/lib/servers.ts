import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../support/free-port.ts'

const OURS = '.output/server/index.mjs'
const BARE = '.data/bench/bare/output/server/index.mjs'

export interface Running {
  url: string
  pid: number
  stop(): Promise<void>
}

/** Our built server with a fresh demo city. */
export async function serveOurs(name: string): Promise<Running> {
  if (!existsSync(OURS)) throw new Error('there is no build: npm run build first')
  const data = join('.data/bench', name)
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  return serve(
    OURS,
    { DATABASE_URL: join(data, 'yizhan.sqlite'), DATA_DIR: data, YIZHAN_MODE: 'demo' },
    '/health',
  )
}

/** Our built server on a database that is there already. */
export function serveOn(file: string, folder: string, env: Record<string, string>): Promise<Running> {
  return serve(OURS, { DATABASE_URL: file, DATA_DIR: folder, YIZHAN_MODE: 'demo', ...env }, '/health')
}

/** The bare server of the same framework, built once. */
export async function serveBare(): Promise<Running> {
  if (!existsSync(BARE)) {
    console.log('Building the bare server, once …')
    const built = spawnSync(
      process.execPath,
      ['node_modules/nuxt/bin/nuxt.mjs', 'build', 'test/bench/bare', '--logLevel=silent'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production', NUXT_TELEMETRY_DISABLED: '1' },
      },
    )
    if (built.status !== 0) throw new Error('the bare server could not be built')
  }
  return serve(BARE, {}, '/api/line')
}

async function serve(entry: string, env: Record<string, string>, path: string): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--max-semi-space-size=8', entry], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady(child, url + path)
  return { url, pid: child.pid ?? 0, stop: () => stop(child) }
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server ended with ${child.exitCode}`)
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
