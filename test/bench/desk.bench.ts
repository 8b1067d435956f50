import { spawnSync } from 'node:child_process'
import { momentNow } from '../../shared/work/clock.ts'
import { cityOf, type EngineName } from './lib/city/place.ts'
import { ENGINES, FEWER_CASES, quantile, WARM_MS } from './lib/city/sizes.ts'
import { workIn, type CityWorker } from './lib/city/worker-process.ts'
import type { Seat, Tasks } from './lib/city/staff.ts'
import type { Beginning, Seen } from './lib/city/desks.ts'
import { forkWorker } from './lib/fork-worker.ts'
import { result, show, showMachine } from './lib/frame.ts'
import { serveOn, type Running } from './lib/servers.ts'

/*
 * A thousand members of staff with the desk open and fifty decisions a second: when every new row is seen, what the
 * server takes of memory, and how long a hundred thousand clocks take that run out at one minute.
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
  const serve = (jobs: 'on' | 'off') => serveOn(place.url, place.folder, { ...env(), JOBS: jobs })
  // A SQLite file is one process's; beside PostgreSQL the jobs have an instance of their own.
  const instances = engine === 'sqlite' ? [await serve('on')] : [await serve('off'), await serve('on')]
  const [answering, working = answering] = instances
  if (!answering || !working) throw new Error('there is no instance')
  try {
    return await morning(worker, { answering, working }, { seats, tasks })
  } finally {
    for (const instance of instances) await instance.stop()
    await worker.stop()
    await place.stop()
  }
}

async function morning(
  worker: CityWorker,
  { answering, working }: Record<'answering' | 'working', Running>,
  { seats, tasks }: { seats: Seat[]; tasks: Tasks },
) {
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
  clearInterval(watch)
  await desks.stop()
  const last = seen.seen.reduce((most, each) => Math.max(most, each), 0)
  const told = seen.toldAt - beganAt + begin - boundary

  show('decisions', [seen.answered.length / (seconds - WARM_MS / 1000)], '/s', 1)
  show('a decision answered, p99', [quantile(seen.answered, 0.99)], 'ms')
  show('lists read anew', [seen.renewed.length / seconds], '/s', 1)
  show('a list anew, half of them', [quantile(seen.renewed, 0.5)], 'ms')
  show('new row seen, half of them', [quantile(seen.seen, 0.5)], 'ms')
  show('new row seen, p99', [quantile(seen.seen, 0.99)], 'ms')
  show('new row seen, the last', [last], 'ms')
  show('memory of the instance that answers', [rss], 'MB')
  show('of the one that does the jobs', [memoryOf(working.pid)], 'MB')
  show(`${DUE.toLocaleString('en')} marked after`, [marked / 1000], 's', 1)
  show('told after', [told / 1000], 's', 1)
  if (seen.missed > 0 || seen.refused > 0)
    throw new Error(`${seen.missed} rows not seen by everybody, ${seen.refused} acts refused`)
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
