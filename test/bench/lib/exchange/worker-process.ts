import { forkWorker } from '../fork-worker.ts'
import type { Order } from './worker.ts'

/** Another process of the product on a database of its own. */
export interface Worker {
  /** Has something done there; answers its figure or word. */
  ask(order: Order): Promise<number | string>
  stop(): Promise<void>
}

/** Starts a worker; resolves once its city stands. */
export async function startWorker(env: Record<string, string>): Promise<Worker> {
  const worker = await forkWorker('test/bench/lib/exchange/worker.ts', env)
  return {
    async ask(order) {
      const given = await worker.ask(order)
      if (typeof given === 'number' || typeof given === 'string') return given
      throw new Error(`a worker answered ${JSON.stringify(given)}`)
    },
    stop: () => worker.stop(),
  }
}
