import { randomUUID } from 'node:crypto'
import { now } from '#domain/clock.ts'
import { wayTo } from '#domain/exchange/connectors.ts'
import { lookUp, type LookupRequest, type Matter } from '#domain/exchange/index.ts'
import type { Asking } from '#domain/perform.ts'
import type { bareClient } from './bare-client.ts'
import { ask, callersFor, pick } from './load.ts'

/** An application that has its consent, and what it may ask under it. */
export interface Open {
  draft: string
  matter: Matter
  questions: readonly LookupRequest[]
}

/** Audited look-ups a second: callers side by side, each for an application of its own, each answer durable. */
export function audited(who: Asking, open: readonly Open[], seconds: number): Promise<number> {
  return callersFor(seconds, async (n) => {
    const { matter, questions } = pick(open, n)
    await ask(who, matter, pick(questions, n))
  })
}

/** Milliseconds of CPU that a look-up costs: applications ask all they need at once, one after the other. */
export async function cpuOfLookUps(
  who: Asking,
  open: readonly Open[],
  applications: number,
): Promise<number> {
  return cpuPer(applications, open, async ({ matter, questions }) => {
    await lookUp({ ...who, at: now() }, matter, questions)
  })
}

/** Milliseconds of CPU of the same calls without the exchange: the connector alone. */
export function cpuOfCalls(open: readonly Open[], applications: number): Promise<number> {
  return cpuPer(applications, open, async ({ draft, questions }) => {
    await Promise.all(questions.map((question) => callConnector(question, draft)))
  })
}

async function cpuPer(
  applications: number,
  open: readonly Open[],
  work: (open: Open) => Promise<void>,
): Promise<number> {
  const from = process.cpuUsage()
  let questions = 0
  for (let i = 0; i < applications; i += 1) {
    const each = pick(open, i)
    await work(each)
    questions += each.questions.length
  }
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000 / questions
}

/** One call of a connector, as the exchange makes it, and nothing else. */
export async function callConnector(
  { resource, params, wants }: LookupRequest,
  draft: string,
): Promise<void> {
  const way = wayTo(resource)
  if (!way) throw new Error(`there is no way to ${resource}`)
  await way.connector.ask({
    resource,
    params,
    requestId: randomUUID(),
    fields: wants,
    purpose: { matter: draft, item: '', operator: 'bench', unit: '' },
    signal: AbortSignal.timeout(3000),
  })
}

/** Direct calls of the connectors a second, so many at a time as audited look-ups are. */
export function callsDirect(questions: readonly LookupRequest[], seconds: number): Promise<number> {
  return callersFor(seconds, (n) => callConnector(pick(questions, n), 'bench'))
}

/** Calls of a bare client a second, so many at a time as audited look-ups are. */
export function callsBare(
  client: ReturnType<typeof bareClient>,
  questions: readonly LookupRequest[],
  seconds: number,
): Promise<number> {
  return callersFor(seconds, async (n) => {
    const { resource, wants, params } = pick(questions, n)
    await client.call(resource, wants, params)
  })
}
