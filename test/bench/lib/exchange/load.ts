import { randomInt, randomUUID } from 'node:crypto'
import { city } from '../../../e2e/support/city.ts'
import { now } from '#domain/clock.ts'
import { lookUp, type LookupRequest, type Matter } from '#domain/exchange/index.ts'
import type { Asking } from '#domain/perform.ts'
import { numbersAsked } from '#shared/exchange/numbers.ts'

/** Look-ups that are under way at any time. */
export const CALLERS = 64

/** The service items of the newborn's application: what their departments are granted may be asked. */
const ITEMS = city.lifeEvents.find(({ code }) => code === 'newborn')?.items.map(({ item }) => item) ?? []

/** What the application asks of those who are not the applicant. */
const ASKED: readonly Pick<LookupRequest, 'resource' | 'wants'>[] = [
  { resource: 'population', wants: ['name', 'residentId', 'ethnicity', 'address'] },
  { resource: 'household', wants: ['no', 'headName', 'divisionCode', 'address'] },
  { resource: 'marriage', wants: ['certificateNo', 'registeredOn', 'spouseName', 'spouseResidentId'] },
]

/** Runs callers side by side for some seconds; answers how often they got an answer, in a second. */
export async function callersFor(seconds: number, call: (n: number) => Promise<void>): Promise<number> {
  let answered = 0
  const from = performance.now()
  const until = from + seconds * 1000
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() < until) {
        await call(answered)
        answered += 1
      }
    }),
  )
  return answered / ((performance.now() - from) / 1000)
}

/** Look-ups a second about people nobody has asked about before: each row goes to another place of the index. */
export function strangersAsked(who: Asking, seconds: number): Promise<number> {
  return callersFor(seconds, async (n) => {
    const params = { residentId: strangersId() }
    const { resource, wants } = pick(ASKED, n)
    const question = { key: 'k', resource, wants, params, ground: LAW }
    await ask(who, matterOf(randomUUID(), [question]), question)
  })
}

/** The ground for facts of others than the applicant. */
export const LAW = { kind: 'law', words: '《中华人民共和国户口登记条例》第七条' } as const

/** An application of whomever its questions are about. */
export function matterOf(id: string, questions: readonly Pick<LookupRequest, 'params'>[]): Matter {
  return {
    kind: 'draft',
    id,
    no: '',
    items: ITEMS,
    own: questions.flatMap(({ params }) => numbersAsked(params)),
  }
}

/** Asks one thing; a register that answered nothing usable is an error of the bench. */
export async function ask(who: Asking, matter: Matter, request: LookupRequest): Promise<void> {
  const [answer] = await lookUp({ ...who, at: now() }, matter, [request])
  if (answer?.outcome !== 'found' && answer?.outcome !== 'not-found')
    throw new Error(`${request.resource}: ${answer?.outcome} ${answer?.fault}`)
}

/** A resident id of nobody, of the right length. */
function strangersId(): string {
  return `349999${randomInt(10 ** 5, 10 ** 6)}${randomInt(10 ** 5, 10 ** 6)}`
}

/** One of a list, in turn. */
export function pick<T>(list: readonly T[], n: number): T {
  const one = list[n % list.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
