import * as v from 'valibot'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { requireOfNow, tellClocks } from '../clocks.ts'
import { ExchangeError, type Answer } from '../connector.ts'
import type { HttpAnswer } from '../http-call.ts'
import { objectOf, rowsOf, updateIn } from '../read-json.ts'
import { retryAfter } from '../socket-faults.ts'
import { faultOfCode, FOUND_NOTHING, hasRows } from './codes.ts'
import { sameSignature, signAnswer, type SignAlgorithm } from './signature.ts'

/** What an answer must fit to be believed. */
export interface Expected {
  algorithm: SignAlgorithm
  secret: string
  requestId: string
}

const envelope = v.object({
  code: v.string(),
  message: v.optional(v.string(), ''),
  requestId: v.optional(v.string(), ''),
  timestamp: v.optional(v.number()),
  sign: v.optional(v.string(), ''),
  data: v.nullish(v.object({ list: v.array(v.unknown()), updatedAt: v.nullish(v.string()) })),
})
type Envelope = v.InferOutput<typeof envelope>

/**
 * The rows of an answer of the gateway. What is not signed, not new or belongs to another request fills in nothing.
 * @throws ExchangeError
 */
export function readGatewayAnswer(http: HttpAnswer, expected: Expected): Answer {
  const retry = retryAfter(http.headers['retry-after'])
  if (http.status === 429) throw new ExchangeError('limited', 'too many calls', retry)
  if (http.status >= 500) throw new ExchangeError(faultIn(http), `answered ${http.status}`, retry)
  const body = objectOf(http)
  const read = v.safeParse(envelope, body)
  if (!read.success) throw new ExchangeError('bad-answer', 'the answer is none of this protocol')
  const answer = read.output
  believe(answer, body, expected)
  if (answer.code === FOUND_NOTHING) return { rows: [], updatedAt: null }
  if (!hasRows(answer.code)) throw new ExchangeError(faultOfCode(answer.code), `code ${answer.code}`, retry)
  if (!answer.data) throw new ExchangeError('bad-answer', 'an answer without data')
  return { rows: rowsOf(answer.data.list), updatedAt: updateIn(answer.data.updatedAt) }
}

/** A gateway that does not know us cannot sign for us: its bare refusal is believed, since it says nothing of anybody. */
function believe(answer: Envelope, body: object, { algorithm, secret, requestId }: Expected): void {
  const fault = hasRows(answer.code) || answer.code === FOUND_NOTHING ? undefined : faultOfCode(answer.code)
  if (!answer.sign && fault) return tellOf(answer)
  if (!sameSignature(answer.sign, signatureOf(algorithm, secret, body)))
    throw new ExchangeError('bad-signature', 'the answer is not signed by the gateway')
  if (answer.requestId !== requestId)
    throw new ExchangeError('wrong-request', 'the answer belongs to another request')
  if (fault) return tellOf(answer)
  // An answer need not say when it was made: our request's number, used once and signed with it, tells an old one too.
  if (answer.timestamp !== undefined) requireOfNow(answer.timestamp)
}

function signatureOf(algorithm: SignAlgorithm, secret: string, body: object): string {
  try {
    return signAnswer(algorithm, secret, body)
  } catch {
    // Lists within lists without end: nobody can have signed it.
    throw new ExchangeError('bad-answer', 'the answer is too deep')
  }
}

/** What a failed gateway says of itself, when it still can. */
function faultIn(http: HttpAnswer): ExchangeFault {
  try {
    const read = v.safeParse(envelope, objectOf(http))
    return read.success ? faultOfCode(read.output.code) : 'provider-failed'
  } catch {
    return 'provider-failed'
  }
}

function tellOf({ code, timestamp }: Envelope): void {
  if (faultOfCode(code) === 'stale') tellClocks(timestamp)
}
