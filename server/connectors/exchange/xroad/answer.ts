import * as v from 'valibot'
import { requireOfNow } from '../clocks.ts'
import { ExchangeError, type Answer } from '../connector.ts'
import type { HttpAnswer } from '../http-call.ts'
import { jsonOf, rowsOf, updateIn } from '../read-json.ts'
import { sameIdentifier } from './identifier.ts'

/** What an answer must say of itself to be the answer to a request. */
export interface Asked {
  id: string
  client: string
  service: string
}

const listed = v.object({ list: v.array(v.unknown()), updatedAt: v.nullish(v.string()) })
/** Base64 of a SHA-512. */
const HASH = /^[A-Za-z0-9+/]{86}==$/

/**
 * Refuses what does not belong to the request, has no proof of it, or is old. The hash binds the answer to the request
 * as it went between the security servers; ours has compared it, and leaves it out when it did not.
 * @throws ExchangeError
 */
export function belongs({ headers }: HttpAnswer, asked: Asked): void {
  const said = (name: string) => String(headers[name] ?? '')
  if (said('x-road-id') !== asked.id)
    throw new ExchangeError('wrong-request', 'the answer belongs to another request')
  if (!HASH.test(said('x-road-request-hash')) || !said('x-road-request-id'))
    throw new ExchangeError('bad-signature', 'the answer has no hash of its request')
  if (!sameIdentifier(said('x-road-client'), asked.client))
    throw new ExchangeError('wrong-request', 'the answer is for another client')
  if (!sameIdentifier(said('x-road-service'), asked.service))
    throw new ExchangeError('wrong-request', 'another service answered')
  const date = Date.parse(said('date'))
  if (!Number.isNaN(date)) requireOfNow(date)
}

/** The rows of a provider's JSON: a list, an object with a `list`, or one row by itself. */
export function readRows(http: HttpAnswer): Answer {
  const body = jsonOf(http)
  const modified = updateIn(http.headers['last-modified'])
  if (Array.isArray(body)) return { rows: rowsOf(body), updatedAt: modified }
  const read = v.safeParse(listed, body)
  if (!read.success) return { rows: rowsOf([body]), updatedAt: modified }
  return { rows: rowsOf(read.output.list), updatedAt: updateIn(read.output.updatedAt) ?? modified }
}
