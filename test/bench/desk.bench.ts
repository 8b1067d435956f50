import { spawnSync } from 'node:child_process'
import { momentNow } from '../../shared/work/clock.ts'
import { cityOf, type EngineName } from './lib/city/place.ts'
import { ENGINES, FEWER_CASES, quantile } from './lib/city/sizes.ts'
import { workIn, type CityWorker } from './lib/city/worker-process.ts'
import type { Beginning, Seen } from './lib/city/desks.ts'
import { forkWorker } from './lib/fork-worker.ts'
import { result, show, showMachine } from './lib/frame.ts'
import { serveOn } from './lib/servers.ts'

/*
 * A thousand members of staff with the desk open and fifty decisions a second: when every new row is seen, what the
 * server takes of memory, and how long a hundred thousand clocks take that run out at one minute. One instance answers,
 * another does the jobs.
 */

const STAFF = Number(process.env.BENCH_STAFF ?? 1000)
const RATE = Number(process.env.BENCH_RATE ?? 50)
const DUE = Number(process.env.BENCH_DUE ?? 100_000)
/** Decisions go on for so long before the minute at which much is due, and after it. */
const BEFORE_MS = 30_000
const AFTER_MS = 65_000
const MINUTE_MS = 60_000
/** All of it, and some in reserve. */
const TASKS = Math.ceil((RATE * (BEFORE_MS + MINUTE_MS + AFTER_MS + 20_000)) / 2000)

showMachine()
const begin = Date.parse(process.env.YIZHAN_NOW ?? new Date().toISOString())
const beganAt = Date.now()
const all: { seen: number; rss: number; due: number }[] = []
for (const engine of ENGINES) all.push(await measured(engine))
result(
  'desk',
  {
    seen_ms: Math.max(...all.map(({ seen }) => seen)),
    rss_mb: Math.max(...all.map(({ rss }) => rss)),
    due_s: Math.max(...all.map(({ due }) => due)),
  },
  1,
)
process.exit(0)

/** The product's time goes on from where the bench began, in every process. */
function productNow(): number {
  return begin + Date.now() - beganAt
}

async function measured(engine: EngineName) {
  console.log(`\n${engine}`)
  const place = await cityOf(engine, FEWER_CASES, 'desk')
  const env = () => ({ ...place.env, YIZHAN_NOW: new Date(productNow()).toISOString() })
  const worker = await workIn({ ...place, env: env() })
  const seats = await worker.ask({ do: 'staff', count: STAFF })
  const tasks = await worker.ask({ do: 'tasks', count: TASKS })
  const answering = await serveOn(place.url, place.folder, { ...env(), JOBS: 'off' })
  const working = await serveOn(place.url, place.folder, { ...env(), JOBS: 'on' })

  // A whole minute of the product's time, so late that everything is in its place by then.
  const boundary = Math.ceil((productNow() + BEFORE_MS) / MINUTE_MS) * MINUTE_MS
  const { day, time } = momentNow(boundary - MINUTE_MS)
  await worker.ask({ do: 'due', count: DUE, day, time })
  const desks = await forkWorker('test/bench/lib/city/desks.ts', {})
  const order: Beginning = { do: 'begin', url: answering.url, seats, tasks, rate: RATE }
  await desks.ask(order)
  console.log(`  ${seats.length} desks open, ${memoryOf(answering.pid).toFixed(0)} MB`)
  const from = performance.now()
  let rss = 0
  const watch = setInterval(() => (rss = Math.max(rss, memoryOf(answering.pid))), 1000)
  const marked = await untilMarked(worker, { day, time }, boundary)
  await until(boundary + AFTER_MS / 2)
  const seconds = (performance.now() - from) / 1000
  const seen = (await desks.ask({ do: 'end' })) as Seen
  console.log(`  memory of the instance that does the jobs: ${memoryOf(working.pid).toFixed(0)} MB`)
  clearInterval(watch)
  await desks.stop()
  await worker.stop()
  await answering.stop()
  await working.stop()
  await place.stop()
  if (seen.missed > 0 || seen.refused > 0)
    throw new Error(`${seen.missed} rows not seen by everybody, ${seen.refused} acts refused`)

  show('decisions', [seen.answered.length / seconds], '/s', 1)
  show('a decision answered, p99', [quantile(seen.answered, 0.99)], 'ms')
  show('a list anew, half of them', [quantile(seen.renewed, 0.5)], 'ms')
  show('new row seen, half of them', [quantile(seen.seen, 0.5)], 'ms')
  show('new row seen, p99', [quantile(seen.seen, 0.99)], 'ms')
  const last = seen.seen.reduce((most, each) => Math.max(most, each), 0)
  show('new row seen, the last', [last], 'ms')
  const told = seen.toldAt - beganAt + begin - boundary
  show(`${DUE.toLocaleString('en')} marked after`, [marked / 1000], 's', 1)
  show('told after', [told / 1000], 's', 1)
  return { seen: last, rss, due: Math.max(marked, told) / 1000 }
}

/** Milliseconds from the minute until nothing is unmarked. */
async function untilMarked(
  worker: CityWorker,
  due: { day: string; time: string },
  boundary: number,
): Promise<number> {
  await until(boundary)
  while ((await worker.ask({ do: 'unmarked', ...due })) > 0) {
    if (productNow() > boundary + 3 * MINUTE_MS) throw new Error('what is due is not marked')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return productNow() - boundary
}

async function until(moment: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - productNow())))
}

/** Resident memory of a process, in MB. */
function memoryOf(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(stdout.trim()) / 1024
}
