import { fork } from 'node:child_process'

/** Another process, which does one order after the other and answers each. */
export interface Forked {
  ask(order: object): Promise<unknown>
  /** Orders it to stop, by `{ do: 'stop' }`. */
  stop(): Promise<void>
}

/** Starts a process of the product in the demo's mode; resolves once it says that it is ready. */
export async function forkWorker(file: string, env: Record<string, string>): Promise<Forked> {
  const child = fork(file, {
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
    ask(order) {
      const answer = next()
      child.send(order)
      return answer
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.send({ do: 'stop' })
      }),
  }
}
