import { forkWorker } from '../fork-worker.ts'
import type { Answers, Order } from './worker.ts'
import type { Place } from './place.ts'

/** A process of the product on a city of its own. */
export interface CityWorker {
  ask<Name extends Order['do']>(order: Extract<Order, { do: Name }>): Promise<Answers[Name]>
  stop(): Promise<void>
}

/** Starts one; resolves once its city stands. */
export async function workIn({ env }: Place): Promise<CityWorker> {
  const worker = await forkWorker('test/bench/lib/city/worker.ts', env)

  async function ask<Name extends Order['do']>(order: Extract<Order, { do: Name }>): Promise<Answers[Name]> {
    return (await worker.ask(order)) as Answers[Name]
  }
  return { ask, stop: () => worker.stop() }
}
