import { personOf } from '../../../e2e/support/city.ts'
import { openWorld } from '../../../support/world.ts'
import { now } from '#domain/clock.ts'
import { read } from '#db'
import { archiveSome } from '#domain/exchange/archive.ts'
import { hotRows } from '#domain/exchange/store/archive.ts'
import { subjectKey } from '#domain/exchange/index.ts'
import { ownLooks } from '#domain/footprint/index.ts'
import { look } from '#domain/perform.ts'
import { median } from '../frame.ts'
import { LOGIN } from '../prepared.ts'
import { strangersAsked } from './load.ts'

/*
 * The product in a process of its own, on the database that DATABASE_URL names; does what its parent orders, one after
 * the other.
 */

export type Order =
  /** Under what key the person of the timed page stands in the log. */
  | { do: 'subject' }
  /** Look-ups a second, each about somebody else. */
  | { do: 'rate'; seconds: number }
  /** Milliseconds until the first page of who looked at one's own facts is there. */
  | { do: 'page'; unit?: string }
  /** Moves what is too much for the hot log into the kept one; answers rows a second. */
  | { do: 'archive' }
  | { do: 'stop' }

const READINGS = 11

const world = await openWorld()
world.at(new Date(now()).toISOString())

process.on('message', (order: Order) => void answer(order))
process.send?.('ready')

async function answer(order: Order): Promise<void> {
  if (order.do === 'stop') process.exit(0)
  process.send?.(await done(order))
}

async function done(order: Exclude<Order, { do: 'stop' }>): Promise<number | string> {
  switch (order.do) {
    case 'subject':
      return subjectKey({ kind: 'person', key: personOf(LOGIN).residentId })
    case 'rate':
      return strangersAsked(await world.as(LOGIN), order.seconds)
    case 'page':
      return firstPage(order.unit)
    case 'archive':
      return archived()
  }
}

/** The median of some readings. `unit`: only what one department looked at. */
async function firstPage(unit?: string): Promise<number> {
  const who = await world.as(LOGIN)
  const times: number[] = []
  for (let i = 0; i < READINGS; i += 1) {
    const from = performance.now()
    const { cards } = await look({ ...who, at: now() }, (reading) => ownLooks(reading, { unit }))
    times.push(performance.now() - from)
    if (cards.length === 0 && unit === undefined) throw new Error('the page is empty')
  }
  return median(times)
}

async function archived(): Promise<number> {
  const before = await hotRows(read())
  const from = performance.now()
  let more = true
  while (more) more = await archiveSome(now())
  return (before - (await hotRows(read()))) / ((performance.now() - from) / 1000)
}
