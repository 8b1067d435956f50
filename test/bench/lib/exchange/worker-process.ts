import { fork } from 'node:child_process'
import type { Order } from './worker.ts'

/** Another process of the product on a database of its own. */
export interface Worker {
  /** Has something done there; answers its figure or word. */
  ask(order: Order): Promise<number | string>
  stop(): Promise<void>
}

/** Starts a worker; resolves once its city stands. */
export async function startWorker(env: Record<string, string>): Promise<Worker> {
  const child = fork('test/bench/lib/exchange/worker.ts', {
    env: { ...process.env, YIZHAN_MODE: 'demo', JOBS: 'off', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  function next(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`a worker ended with ${code}`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message)
      })
    })
  }
  await next()
  return {
    async ask(order) {
      const answer = next()
      child.send(order)
      const given = await answer
      if (typeof given === 'number' || typeof given === 'string') return given
      throw new Error(`a worker answered ${JSON.stringify(given)}`)
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.send({ do: 'stop' })
      }),
  }
}
