import { openWorld } from '../../../support/world.ts'
import { now } from '#domain/clock.ts'
import { decidedTwiceOrNever, decisionTimes, openCopies, race } from './deciding.ts'
import { openDue, unmarked } from './due.ts'
import { openTasks, seatStaff, type Seat, type Tasks } from './staff.ts'
import { bareTimes, inboxTimes, nextPageTimes, openTimes, type ByActor } from './reading.ts'

/* The product in a process of its own, on the database that DATABASE_URL names; does what its parent orders. */

export type Order =
  /** First pages with every filter offered, so many times each. */
  | { do: 'inbox'; passes: number }
  | { do: 'next' }
  | { do: 'open'; count: number }
  /** The bare query of a page. */
  | { do: 'bare'; count: number }
  /** Decisions that are undone before their commit. */
  | { do: 'decide'; count: number }
  /** So many items that wait for a decision, each in a case of its own. */
  | { do: 'copies'; count: number }
  /** One clerk decides some items; another one does so at the same moment. */
  | { do: 'race'; as: string; decision: 'grant' | 'deny'; items: string[] }
  /** How many of some items do not have exactly one decision. */
  | { do: 'check'; items: string[] }
  /** Members of staff with a session each. */
  | { do: 'staff'; count: number }
  /** Applications for the counter and items for reviewers, so many of each. */
  | { do: 'tasks'; count: number }
  /** So much that falls due at one minute. */
  | { do: 'due'; count: number; day: string; time: string }
  /** How much of that is not marked red yet. */
  | { do: 'unmarked'; day: string; time: string }
  | { do: 'stop' }

export interface Answers {
  inbox: ByActor
  next: number[]
  open: number[]
  bare: number[]
  decide: number[]
  copies: string[]
  race: number
  check: number
  staff: Seat[]
  tasks: Tasks
  due: number
  unmarked: number
  stop: never
}

const world = await openWorld()
world.at(new Date(now()).toISOString())

process.on('message', (order: Order) => {
  if (order.do === 'stop') process.exit(0)
  void done(order).then((answer) => process.send?.(answer), fall)
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

function fall(error: unknown): never {
  console.error(error)
  process.exit(1)
}

async function done(order: Exclude<Order, { do: 'stop' }>): Promise<unknown> {
  switch (order.do) {
    case 'inbox':
      return inboxTimes(world, order.passes)
    case 'next':
      return nextPageTimes(world)
    case 'open':
      return openTimes(world, order.count)
    case 'bare':
      return bareTimes(order.count)
    case 'decide':
      return decisionTimes(world, order.count)
    case 'copies':
      return openCopies(world, order.count)
    case 'race':
      return race(world, order)
    case 'check':
      return decidedTwiceOrNever(order.items)
    case 'staff':
      return seatStaff(world, order.count)
    case 'tasks':
      return openTasks(world, order.count)
    case 'due':
      return openDue(world, order)
    case 'unmarked':
      return unmarked(order)
  }
}
