import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { freePort } from './free-port.ts'
import { migrateTemplate } from './migrate-template.ts'
import { ownerFor, postgresBinaries, type Owner } from './postgres-binaries.ts'

const TEMPLATE = 'yizhan_template'

/** Tests need no durability; a crash of the machine loses nothing worth keeping. */
const FLAGS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']

/** Starts a real PostgreSQL once per run with a migrated template; every test file begins with a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-postgres-'))
  const server = await startPostgres(folder)
  const admin = postgres(`${server.url}/postgres`, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${TEMPLATE}`)
  await admin.end()
  migrateTemplate(`${server.url}/${TEMPLATE}`)
  project.provide('databases', { engine: 'postgres', template: TEMPLATE, url: server.url })
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A fresh database of its own; answers what DATABASE_URL must be. */
export async function cloneTemplate(url: string, template: string, name: string): Promise<string> {
  const admin = postgres(`${url}/postgres`, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database "${name}" template ${template}`)
  await admin.end()
  return `${url}/${name}`
}

/**
 * A PostgreSQL of the npm package, on a free port of this machine, with its data in the folder given: what is there is
 * kept.
 */
export async function startPostgres(
  folder: string,
  settings: readonly string[] = FLAGS,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const owner = ownerFor()
  const { initdb, server } = postgresBinaries(folder, owner)
  const data = join(folder, 'data')
  if (owner) chownSync(folder, owner.uid, owner.gid)
  if (!existsSync(data)) initialise(initdb, data, owner)
  const port = await freePort()
  const flags = settings.flatMap((flag) => ['-c', flag])
  const child = spawn(
    server,
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...flags,
    ],
    { ...owner, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await untilReady(child)
  return { url: `postgres://postgres@127.0.0.1:${port}`, stop: () => stop(child) }
}

function initialise(initdb: string, data: string, owner: Owner | undefined): void {
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...owner, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    child.on('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)))
  })
}

/** Fast shutdown: open connections are cut. */
function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill('SIGINT')
  })
}
