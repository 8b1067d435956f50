import { readCity } from '#db/city/load.ts'
import { read } from '#db'
import { actorOfToken, signIn } from '#domain/identity/index.ts'
import { asking, type Asking } from '#domain/perform.ts'
import { runDueJobs } from '#server/jobs/run.ts'
import { started } from '#server/start.ts'
import { STRANGER, systemActor } from '#shared/access/actor.ts'

/** A working day, in office hours, on which nothing in the demo city has expired. */
const NOON = '2026-11-23T10:00:00+08:00'

/** The demo city on a fresh database of the engine under test, with a clock of its own. */
export interface World {
  /** Somebody of the demo city, signed in; `stranger` and `system` need no account. */
  as(login: string): Promise<Asking>
  /** Does all that follows from what was done. */
  runJobs(): Promise<number>
  /** Sets the clock: an ISO moment with its zone. */
  at(iso: string): void
  now(): number
}

/** Opens the world once per test file. */
export async function openWorld(): Promise<World> {
  await started()
  const { demoPassword } = readCity('db/city').accounts
  let now = Date.parse(NOON)
  const actors = new Map<string, Asking['actor']>([
    ['stranger', STRANGER],
    ['system', systemActor('test')],
  ])
  return {
    async as(login) {
      let actor = actors.get(login)
      if (!actor) {
        const { token } = await signIn(asking(STRANGER, now), {
          login,
          password: demoPassword,
          address: '127.0.0.1',
        })
        actor = await actorOfToken(read(), token, now)
        actors.set(login, actor)
      }
      return asking(actor, now)
    },
    runJobs: () => runDueJobs(() => now),
    at(iso) {
      now = Date.parse(iso)
    },
    now: () => now,
  }
}
