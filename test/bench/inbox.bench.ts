import { alternate, median, result, shares, show, showMachine } from './lib/frame.ts'
import { cityOf, type EngineName } from './lib/city/place.ts'
import type { ByActor } from './lib/city/reading.ts'
import { CASES, ENGINES, FEWER_CASES, quantile } from './lib/city/sizes.ts'
import { workIn } from './lib/city/worker-process.ts'

/*
 * The desk's inbox in a city of five million cases (BENCH_CASES), beside one of fifty thousand: the first page with its
 * counts, with every filter offered, as the server works it out, the line in the trail on disk; next pages; opening.
 */

const PASSES = Number(process.env.BENCH_PASSES ?? 4)
const OPENED = 200
const BARE = 200

showMachine()
const figures: Partial<Record<EngineName, { p99: number; growth: number; open: number }>> = {}
for (const engine of ENGINES) figures[engine] = await measured(engine)

const { sqlite, postgres } = figures
result('inbox', {
  p99_ms_sqlite: sqlite?.p99 ?? Number.NaN,
  p99_ms_postgres: postgres?.p99 ?? Number.NaN,
  growth_sqlite: sqlite?.growth ?? Number.NaN,
  growth_postgres: postgres?.growth ?? Number.NaN,
  open_ms: Math.max(...Object.values(figures).map(({ open }) => open)),
})
process.exit(0)

async function measured(engine: EngineName) {
  const places = { big: await cityOf(engine, CASES), small: await cityOf(engine, FEWER_CASES) }
  const big = await workIn(places.big)
  const small = await workIn(places.small)
  console.log(`\n${engine}, ${CASES.toLocaleString('en')} cases beside ${FEWER_CASES.toLocaleString('en')}`)
  // Once without counting: compiled code, pages of the file in memory.
  await small.ask({ do: 'inbox', passes: 1 })
  await big.ask({ do: 'inbox', passes: 1 })
  const byReader = new Map<string, number[]>()
  const middle: Record<'small' | 'big', number[]> = { small: [], big: [] }
  const runs = await alternate({
    bare: async () => quantile(await big.ask({ do: 'bare', count: BARE }), 0.5),
    small: async () => slowestReader(await small.ask({ do: 'inbox', passes: PASSES }), 'small'),
    big: async () => slowestReader(await big.ask({ do: 'inbox', passes: PASSES }), 'big'),
    next: async () => quantile(await big.ask({ do: 'next' }), 0.99),
    open: async () => quantile(await big.ask({ do: 'open', count: OPENED }), 0.99),
  })
  await big.stop()
  await small.stop()
  await places.big.stop()
  await places.small.stop()

  show('bare query of a page', runs.bare, 'ms', 2)
  show('first page, fewer cases, p99', runs.small, 'ms', 1)
  show('first page, p99', runs.big, 'ms', 1)
  show('of it half, fewer cases', middle.small, 'ms', 1)
  show('of it half', middle.big, 'ms', 1)
  for (const [login, values] of byReader) show(`  ${login}, p99`, values, 'ms', 1)
  show('next pages, p99', runs.next, 'ms', 1)
  show('opening an item or a case, p99', runs.open, 'ms', 1)
  const growth = shares(runs.big, runs.small)
  show('growth', growth, 'x', 2)
  return { p99: median(runs.big), growth: median(growth), open: median(runs.open) }

  /** The 99th percentile of whoever waits longest. */
  function slowestReader(times: ByActor, size: 'small' | 'big'): number {
    middle[size].push(quantile(Object.values(times).flat(), 0.5))
    const each = Object.entries(times).map(([login, values]) => {
      const p99 = quantile(values, 0.99)
      if (size === 'big') byReader.set(login, [...(byReader.get(login) ?? []), p99])
      return p99
    })
    return Math.max(...each)
  }
}
