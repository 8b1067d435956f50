import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { startPostgres } from '../../../support/postgres.ts'

/*
 * Cities of any size for benches, on either engine: made by `npm run city -- --cases` and kept between runs, since the
 * big ones take minutes.
 */

export type EngineName = 'sqlite' | 'postgres'

/** A city's database, ready to be opened. */
export interface Place {
  url: string
  folder: string
  /** What a process of the product needs to open it. */
  env: Record<string, string>
  stop(): Promise<void>
}

/** While a city is made nothing must survive a crash; while it is measured every commit must. */
const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_wal_size=2GB']
const DURABLE = ['max_connections=100', 'shared_buffers=512MB', 'max_wal_size=2GB']

/** A case takes so many bytes with its items, events and indexes; as much again is needed while an index is sorted. */
const BYTES_PER_CASE = 4200
const WHILE_MADE = 1.3

const DATABASE = 'city'

/**
 * A city of so many cases: kept from an earlier run, or made now.
 * @param name of a city that is no other's; it is made anew each time
 */
export async function cityOf(engine: EngineName, cases: number, name = ''): Promise<Place> {
  const folder = join('.data/bench', ['city', engine, cases, name].filter(Boolean).join('-'))
  const stamp = join(folder, 'made.json')
  const wanted = JSON.stringify({ cases, made: howItIsMade(engine) })
  if (name === '' && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)
    return opened(engine, folder)
  rmSync(folder, { recursive: true, force: true })
  makeRoom(engine, cases)
  mkdirSync(folder, { recursive: true })
  const from = performance.now()
  await make(engine, folder, cases)
  writeFileSync(stamp, wanted)
  const seconds = ((performance.now() - from) / 1000).toFixed(0)
  console.log(`city of ${cases.toLocaleString('en')} cases on ${engine} made in ${seconds} s`)
  return opened(engine, folder)
}

async function make(engine: EngineName, folder: string, cases: number): Promise<void> {
  const { url, stop } = engine === 'sqlite' ? sqliteIn(folder) : await postgresIn(folder, FAST)
  if (engine === 'postgres') {
    const admin = postgres(url.replace(/[^/]+$/, 'postgres'), { max: 1, onnotice: () => {} })
    await admin.unsafe(`create database ${DATABASE}`)
    await admin.end()
  }
  const made = spawnSync(process.execPath, ['scripts/city.ts', '--cases', String(cases)], {
    env: { ...process.env, YIZHAN_MODE: 'demo', DATABASE_URL: url, DATA_DIR: folder },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await stop()
  if (made.status !== 0) throw new Error('the city could not be made')
}

async function opened(engine: EngineName, folder: string): Promise<Place> {
  const { url, stop } = engine === 'sqlite' ? sqliteIn(folder) : await postgresIn(folder, DURABLE)
  return { url, folder, env: { DATABASE_URL: url, DATA_DIR: folder }, stop }
}

function sqliteIn(folder: string) {
  return { url: join(folder, 'yizhan.sqlite'), stop: () => Promise.resolve() }
}

async function postgresIn(folder: string, settings: readonly string[]) {
  const data = join(folder, 'postgres')
  mkdirSync(data, { recursive: true })
  const { url, stop } = await startPostgres(data, settings)
  return { url: `${url}/${DATABASE}`, stop }
}

/** What a city depends on: the schema, and how its cases are made. */
function howItIsMade(engine: EngineName): string {
  const hash = createHash('sha256')
  hash.update(readFileSync(`db/migrations/${engine}/meta/_journal.json`))
  for (const file of readdirSync('scripts/cases').sort())
    hash.update(readFileSync(join('scripts/cases', file)))
  return hash.digest('hex').slice(0, 12)
}

/** The city of the other engine goes when there is no room for both. */
function makeRoom(engine: EngineName, cases: number): void {
  mkdirSync('.data/bench', { recursive: true })
  const needed = cases * BYTES_PER_CASE * WHILE_MADE
  const other = join('.data/bench', `city-${engine === 'sqlite' ? 'postgres' : 'sqlite'}-${cases}`)
  if (room() < needed && existsSync(other)) {
    console.log(`no room for two cities of that size: ${other} goes`)
    rmSync(other, { recursive: true, force: true })
  }
  if (room() < needed)
    throw new Error(`${cases} cases need ${(needed / 2 ** 30).toFixed(0)} GiB; set BENCH_CASES to fewer`)
}

function room(): number {
  const { bavail, bsize } = statfsSync('.data/bench')
  return bavail * bsize
}
