import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import Database from 'better-sqlite3'
import { PostgresJsSession } from 'drizzle-orm/postgres-js'
import { useConnectors } from '#domain/exchange/index.ts'
import { connectorOf } from '../../../server/connectors/exchange/connectors.ts'
import { HANDLERS, type JobHandler } from '#server/jobs/handlers.ts'

/*
 * The steps of a process between which it may die: whatever outlives it was written by one of them. A transaction is
 * two (`written`, before its commit, and `committed`), a file one (`stored`), another system two (`telling`, `told`).
 */

/** What the runner of jobs does between two jobs. */
export const RUNNER = 'runner'
/** Jobs that are not about the item decided on. */
export const OTHERS = 'other jobs'

let busyWith = RUNNER

/** Names the steps taken within some work. */
export async function doing<T>(name: string, work: () => Promise<T>): Promise<T> {
  busyWith = name
  try {
    return await work()
  } finally {
    busyWith = RUNNER
  }
}

/**
 * Tells every step from now on, as `<job> <step> <how many of these>`.
 * @param item the item that is decided on
 */
export function watchSteps(item: string, tell: (step: string) => void): void {
  const taken = new Map<string, number>()
  const step = (what: string) => {
    const name = `${busyWith} ${what}`
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    tell(`${name} ${times}`)
  }
  watchSqlite(step)
  watchPostgres(step)
  watchFiles(step)
  watchRegisters(step)
  const named = Object.entries<JobHandler>(HANDLERS).map(([kind, handler]): [string, JobHandler] => [
    kind,
    (payload, at) => doing(payload.workId === item ? kind : OTHERS, () => handler(payload, at)),
  ])
  Object.assign(HANDLERS, Object.fromEntries(named))
}

type Step = (what: string) => void

function watchSqlite(step: Step): void {
  const statements: { run(...given: unknown[]): unknown } = Object.getPrototypeOf(
    new Database(':memory:').prepare('select 1'),
  )
  statements.run = new Proxy(statements.run, {
    apply(run, statement: Database.Statement, given: unknown[]) {
      // The registers write theirs in capitals.
      if (statement.source !== 'commit') return Reflect.apply(run, statement, given)
      step('written')
      const done: unknown = Reflect.apply(run, statement, given)
      step('committed')
      return done
    },
  })
}

type Work = (tx: unknown) => Promise<unknown>

function watchPostgres(step: Step): void {
  const sessions = PostgresJsSession.prototype
  sessions.transaction = new Proxy(sessions.transaction, {
    async apply(transaction, session, [work, ...more]: [Work, ...unknown[]]) {
      const watched: Work = async (tx) => {
        const answer = await work(tx)
        step('written')
        return answer
      }
      const answer: unknown = await Reflect.apply(transaction, session, [watched, ...more])
      step('committed')
      return answer
    },
  })
}

/** A file has its name when it is whole. */
function watchFiles(step: Step): void {
  const rename = new Proxy(files.rename, {
    async apply(target, self, given) {
      await Reflect.apply(target, self, given)
      step('stored')
    },
  })
  Object.assign(files, { rename })
  syncBuiltinESMExports()
}

function watchRegisters(step: Step): void {
  useConnectors((resource) => {
    const way = connectorOf(resource)
    if (!way) return undefined
    const { connector } = way
    return {
      ...way,
      connector: {
        ask: (call) => connector.ask(call),
        async tell(call) {
          step('telling')
          const answer = await connector.tell(call)
          step('told')
          return answer
        },
      },
    }
  })
}
