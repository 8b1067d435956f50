import { fork } from 'node:child_process'
import type { decideItem } from '#domain/cases/index.ts'
import type { Actor } from '#shared/access/actor.ts'

/** What a process is started for: a decision, at some moment. What was left undone by others it does first. */
export interface Order {
  at: number
  decision?: {
    actor: Actor
    decided: Parameters<typeof decideItem>[1]
    /** The step at which it is killed; it ends by itself when there is none of this name. */
    dieAt: string
  }
}

/** What became of it: the signal that killed it, or the steps that it took. */
export interface Ended {
  signal: string | null
  code: number | null
  steps: string[]
}

/** Starts the product in a process of its own, which does what it is told, and waits for its end. */
export function start(order: Order): Promise<Ended> {
  const child = fork('test/support/killed/process.ts', [JSON.stringify(order)], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    timeout: 60_000,
    killSignal: 'SIGTERM',
  })
  let steps: string[] = []
  child.on('message', (told: string[]) => {
    steps = told
    child.disconnect()
  })
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal, steps }))
  })
}
