import { randomUUID } from 'node:crypto'
import { read, transaction } from '#db'
import { consents, lookupLog } from '#db/schema/exchange.ts'
import { catalog } from '#domain/catalog/index.ts'
import { lookUp, useConnectors, type LookupRequest, type Matter, type Way } from '#domain/exchange/index.ts'
import { asking, type Asking } from '#domain/perform.ts'
import {
  ExchangeError,
  type Answer,
  type Call,
  type ExchangeConnector,
  type RegisterRow,
} from '#server/connectors/exchange/connector.ts'
import { systemActor } from '#shared/access/actor.ts'
import { numbersAsked } from '#shared/exchange/numbers.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { desc, eq } from 'drizzle-orm'

/** What a register of a test does with a call. */
export type Answering = (call: Call) => Promise<Answer> | Answer

/**
 * Puts the test's own registers behind every resource; answers the calls that came, as they come. Like registers they
 * repeat the numbers they were asked with, in rows that say nothing of them.
 */
export function answerWith(
  ask: Answering,
  route: Way['route'] = {},
  tell?: ExchangeConnector['tell'],
): Call[] {
  const calls: Call[] = []
  const connector: ExchangeConnector = {
    async ask(call) {
      calls.push(call)
      const { rows, updatedAt } = await ask(call)
      const asked = Object.entries(call.params).filter(([name]) => call.fields.includes(name))
      return { rows: rows.map((row) => ({ ...Object.fromEntries(asked), ...row })), updatedAt }
    },
    async tell(call) {
      calls.push(call)
      if (!tell) throw new ExchangeError('provider-refused', 'takes nothing')
      return tell(call)
    },
  }
  useConnectors(() => ({ connector, route }))
  return calls
}

export function found(...rows: RegisterRow[]): Answer {
  return { rows, updatedAt: null }
}

/** Never answers and lets go when its time is over. */
export function hang({ signal }: Call): Promise<Answer> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new ExchangeError('timeout', 'too late')))
  })
}

export function failing(fault: ExchangeFault): Answering {
  return () => {
    throw new ExchangeError(fault, 'as the test wants it')
  }
}

/** A draft of a birth, which may ask what a birth needs. */
export function birthMatter(over: Partial<Matter> = {}): Matter {
  const event = catalog().one('lifeEvent', 'newborn')
  return { kind: 'draft', id: randomUUID(), no: '', items: event.items.map(({ item }) => item), ...over }
}

export const LAW = { kind: 'law', words: '户口登记条例' } as const

/** Asks the population register about somebody, by law unless another ground is given. */
export function aboutPerson(residentId: string, over: Partial<LookupRequest> = {}): LookupRequest {
  return {
    key: 'person',
    resource: 'population',
    params: { residentId },
    wants: ['name', 'address'],
    ground: LAW,
    ...over,
  }
}

/** Asks one question as the product itself, and answers what came. Unless the matter says whose it is, they ask about themselves. */
export async function askFor(
  request: LookupRequest,
  matter = birthMatter(),
  who: Asking = asking(systemActor('test')),
) {
  const [answer] = await lookUp(who, { own: numbersAsked(request.params), ...matter }, [request])
  if (!answer) throw new Error('a question has an answer')
  return answer
}

/** What stands in the log about a matter, read by another connection than the one that writes. */
export function loggedFor(matter: Pick<Matter, 'id'>) {
  return read().select().from(lookupLog).where(eq(lookupLog.matterId, matter.id)).orderBy(lookupLog.id)
}

/** What stands in the log about a person, under their blind index, or an organisation; the newest first. */
export function lookupsAbout(subject: string) {
  return read().select().from(lookupLog).where(eq(lookupLog.subject, subject)).orderBy(desc(lookupLog.id))
}

/** A consent to a draft for resources, standing. */
export async function consentFor(
  purpose: string,
  resources: string[],
  fields: Record<string, string[]> = {},
): Promise<string> {
  const id = randomUUID()
  await transaction(async (tx) => {
    await tx.insert(consents).values({
      id,
      personId: 'p',
      purpose,
      resources,
      fields,
      shown: '…',
      givenAt: 1,
      revokedAt: 0,
    })
  })
  return id
}
