import { now } from '../../server/domain/clock.ts'
import { setFault } from '../support/registers.ts'
import { emptyAndFull } from './lib/exchange/growth.ts'
import { alternate, median, result, shares, show, showMachine } from './lib/frame.ts'
import { freshCity, LOGIN } from './lib/prepared.ts'

/*
 * What the exchange costs: beside one resource's own time, beside bare calls of the same connectors, beside direct
 * calls over the same HTTP stack, with resources that hang, and with a log of fifty million rows (BENCH_ROWS).
 */

const SECONDS = Number(process.env.BENCH_SECONDS ?? 2)
/** How long each resource takes to answer an application. */
const RESOURCE_MS = 80
/** Longer than anybody waits. */
const HANG_MS = 60_000
const APPLICATIONS = 64
/** Applications filled in for each 95th percentile. */
const FOR_P95 = Math.max(10, Math.round(200 * SECONDS))
/** A department that never asked about her: its filter passes over every row. */
const NEVER_LOOKED = 'tobacco'

const { file, folder } = freshCity('exchange')
const { openWorld } = await import('../support/world.ts')
const { newbornApplications, questionsOf } = await import('./lib/exchange/applications.ts')
const { audited, callConnector, callsBare, callsDirect, cpuOfCalls, cpuOfLookUps } =
  await import('./lib/exchange/speed.ts')
const { foreignResources, HANG_DEADLINE_MS, HANGING, p95, setHanging } =
  await import('./lib/exchange/hanging.ts')
const { matterOf } = await import('./lib/exchange/load.ts')
const { bareClient } = await import('./lib/exchange/bare-client.ts')
const { gatewayOnly, gatewayProcess, withGateway } = await import('./lib/exchange/gateway-process.ts')

const world = await openWorld()
world.at(new Date(now()).toISOString())
const who = await world.as(LOGIN)
const applications = await newbornApplications(who, file)

showMachine()
const open = await opened(APPLICATIONS)
const questions = open[0]?.questions ?? []

const prefill = await prefilling()
const overhead = await ownCpu()
const speed = await alternate({ audited: () => audited(who, open, SECONDS) })
show('audited look-ups, 64 at a time', speed.audited, '/s')
const gateway = await gatewayProcess(folder)
const overGateway = await besideDirect()
const hanging = await besideHanging()
await gateway.stop()
const { page, growth } = await withFullLog()

result('exchange', {
  prefill_ratio: median(prefill),
  overhead_ms: median(overhead),
  lookups_per_s: median(speed.audited),
  gateway_ratio: median(overGateway),
  hang_ratio: median(hanging),
  mydata_ms: median(page),
  growth: median(growth),
})
process.exit(0)

/** Applications that have their consent. */
async function opened(count: number) {
  const drafts = await applications.take(count)
  for (const draft of drafts) await applications.fillIn(draft)
  return drafts.map((draft) => {
    const questions = questionsOf(applications, draft)
    return { draft, questions, matter: matterOf(draft, questions) }
  })
}

/** The newborn application filled in from slow resources, beside one such resource's own time. */
async function prefilling(): Promise<number[]> {
  const asked = applications.askedBy(open[0]?.draft ?? '')
  const resources = new Set(asked.map(({ resource }) => resource))
  for (const resource of resources) setFault(resource, 'latency', RESOURCE_MS)
  const [question] = questions
  if (!question) throw new Error('the application asks nothing')
  let atOnce = 0
  const all: number[] = []
  const runs = await alternate({
    one: () => several(() => timed(() => callConnector(question, 'bench'))),
    prefill: () =>
      several(async () => {
        const [draft = ''] = await applications.take(1)
        const ms = await applications.fillIn(draft)
        atOnce = applications.askedBy(draft).filter(({ answeredAt }) => answeredAt > 0).length
        // A question that needs another one's answer is put then, and no page waits for it.
        all.push(ms + (await timed(() => untilAnswered(draft, asked.length))))
        return ms
      }),
  })
  console.log(`  ${asked.length} questions to ${resources.size} resources, ${atOnce} answered with the page`)
  for (const resource of resources) setFault(resource, null)
  show('one resource', runs.one, 'ms', 1)
  show('application filled in', runs.prefill, 'ms', 1)
  show('last of its questions answered', all, 'ms', 1)
  return shares(runs.prefill, runs.one)
}

/** What a look-up costs beyond the connector's own call. */
async function ownCpu(): Promise<number[]> {
  const count = Math.ceil(250 * SECONDS)
  const runs = await alternate({
    bare: () => cpuOfCalls(open, count),
    lookUp: () => cpuOfLookUps(who, open, count),
  })
  const own = runs.lookUp.map((value, i) => value - (runs.bare[i] ?? Number.NaN))
  show('CPU of a bare call', runs.bare, 'ms', 3)
  show('CPU of a look-up', runs.lookUp, 'ms', 3)
  show('of it ours', own, 'ms', 3)
  return own
}

/**
 * Audited look-ups over the gateway, beside direct calls of the same connector: the same sockets, signatures and checks
 * of the answer, no consent, grant, queue or log. A bare client that only signs and checks the signature is shown too.
 */
async function besideDirect(): Promise<number[]> {
  const client = bareClient(gateway.access)
  gatewayOnly(gateway)
  const runs = await alternate({
    bare: () => callsBare(client, questions, SECONDS),
    direct: () => callsDirect(questions, SECONDS),
    audited: () => audited(who, open, SECONDS),
  })
  client.close()
  show('gateway, bare client', runs.bare, '/s')
  show('gateway, direct calls', runs.direct, '/s')
  show('gateway, audited look-ups', runs.audited, '/s')
  return shares(runs.audited, runs.direct)
}

/** Applications that do not need a resource that hangs, with and without many calls waiting for it. */
async function besideHanging(): Promise<number[]> {
  const foreign = foreignResources()
  const resources = foreign.map(({ resource }) => resource)
  withGateway(gateway, resources, HANG_DEADLINE_MS)
  const without = async () => p95(await applications.take(FOR_P95), applications.fillIn)
  await without()
  let run = 0
  let handles = 0
  const runs = await alternate({
    without,
    // Another resource each time: the breaker would leave the one before alone.
    async meanwhile() {
      const hung = foreign[run++ % foreign.length]
      if (!hung) throw new Error('there is no resource to hang')
      setFault(hung.resource, 'latency', HANG_MS)
      const calls = await setHanging(who, hung)
      handles = Math.max(handles, process.getActiveResourcesInfo().length)
      const value = await without()
      await calls.end()
      setFault(hung.resource, null)
      return value
    },
  })
  show('applications, 95th percentile', runs.without, 'ms', 1)
  show(`same, ${HANGING} calls hanging`, runs.meanwhile, 'ms', 1)
  console.log(`  sockets and timers open meanwhile: ${handles}`)
  await losesItsBudget()
  return shares(runs.meanwhile, runs.without)
}

/** An application that needs what hangs waits for its budget and no longer. */
async function losesItsBudget(): Promise<void> {
  const resource = questions.at(-1)?.resource ?? ''
  setFault(resource, 'latency', HANG_MS)
  const [draft = ''] = await applications.take(1)
  const ms = await applications.fillIn(draft)
  setFault(resource, null)
  show(`application that needs what hangs`, [ms], 'ms')
}

async function withFullLog(): Promise<{ page: number[]; growth: number[] }> {
  const cities = await emptyAndFull()
  show('moved into the full archive', [Number(await cities.full.ask({ do: 'archive' }))], 'rows/s')
  const runs = await alternate({
    empty: async () => Number(await cities.empty.ask({ do: 'rate', seconds: SECONDS })),
    full: async () => Number(await cities.full.ask({ do: 'rate', seconds: SECONDS })),
    page: async () => Number(await cities.full.ask({ do: 'page' })),
    filtered: async () => Number(await cities.full.ask({ do: 'page', unit: NEVER_LOOKED })),
  })
  await cities.stop()
  show('look-ups, empty log', runs.empty, '/s')
  show('look-ups, full log', runs.full, '/s')
  show('own page, 10,000 look-ups', runs.page, 'ms', 1)
  show('same, of a department without any', runs.filtered, 'ms', 1)
  return { page: runs.page, growth: shares(runs.empty, runs.full) }
}

/** The median of some runs. */
async function several(work: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 9; i += 1) times.push(await work())
  return median(times)
}

async function untilAnswered(draft: string, count: number): Promise<void> {
  while (applications.askedBy(draft).filter(({ answeredAt }) => answeredAt > 0).length < count)
    await new Promise((resolve) => setTimeout(resolve, 1))
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
