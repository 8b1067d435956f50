import { alternate, median, result, show, showMachine } from './lib/frame.ts'
import { cityOf, type EngineName } from './lib/city/place.ts'
import { CASES, ENGINES, quantile } from './lib/city/sizes.ts'
import { workIn } from './lib/city/worker-process.ts'

/*
 * A decision besides its commit, in a city of five million cases (BENCH_CASES); and two clerks at two instances who
 * decide the same item at the same moment, ten thousand times (BENCH_RACES).
 */

const DECISIONS = 200
const RACES = Number(process.env.BENCH_RACES ?? 10_000)
/** Both begin together with so many items. */
const BATCH = 50
/** Where they race nothing else matters. */
const CASES_OF_RACE = 2000

showMachine()
const took: number[] = []
let double = 0
for (const engine of ENGINES) {
  console.log(`\n${engine}`)
  took.push(await deciding(engine))
  double += await racing(engine)
}
result('decide', { ms: Math.max(...took), double })
process.exit(double === 0 ? 0 : 1)

async function deciding(engine: EngineName): Promise<number> {
  const place = await cityOf(engine, CASES)
  const worker = await workIn(place)
  await worker.ask({ do: 'decide', count: DECISIONS })
  const half: number[] = []
  const runs = await alternate({
    async decide() {
      const times = await worker.ask({ do: 'decide', count: DECISIONS })
      half.push(quantile(times, 0.5))
      return quantile(times, 0.99)
    },
  })
  await worker.stop()
  await place.stop()
  show('a decision, half of them', half, 'ms', 1)
  show('a decision, p99', runs.decide, 'ms', 1)
  return median(runs.decide)
}

/** How many items were decided twice or never. */
async function racing(engine: EngineName): Promise<number> {
  const place = await cityOf(engine, CASES_OF_RACE, 'race')
  const clerks = [await workIn(place), await workIn(place)] as const
  const items = await clerks[0].ask({ do: 'copies', count: RACES })
  let [granted, denied] = [0, 0]
  const from = performance.now()
  for (let i = 0; i < items.length; i += BATCH) {
    const some = items.slice(i, i + BATCH)
    const won = await Promise.all([
      clerks[0].ask({ do: 'race', as: 'police', decision: 'grant', items: some }),
      clerks[1].ask({ do: 'race', as: 'police2', decision: 'deny', items: some }),
    ])
    granted += won[0]
    denied += won[1]
  }
  const seconds = (performance.now() - from) / 1000
  const wrong = await clerks[0].ask({ do: 'check', items })
  for (const clerk of clerks) await clerk.stop()
  await place.stop()
  console.log(
    `  ${items.length} items, two clerks: ${granted} granted, ${denied} denied, ${wrong} wrong, ${(items.length / seconds).toFixed(0)}/s`,
  )
  return wrong + Math.abs(items.length - granted - denied)
}
