import * as v from 'valibot'
import { believedUpdate } from '#shared/exchange/freshness.ts'
import { factValue } from '../../../db/city/shapes/values.ts'
import { ExchangeError, type RegisterRow } from './connector.ts'
import type { HttpAnswer } from './http-call.ts'

const row = v.record(v.string(), factValue)

/**
 * An answer's JSON.
 * @throws ExchangeError bad-answer when it is HTML, broken off or something else
 */
export function jsonOf({ text, headers }: HttpAnswer): unknown {
  if (!/^application\/(\S+\+)?json\b/i.test(headers['content-type'] ?? ''))
    throw new ExchangeError('bad-answer', 'the answer is no JSON')
  try {
    return JSON.parse(text)
  } catch {
    throw new ExchangeError('bad-answer', 'the answer is broken JSON')
  }
}

/** An answer's JSON, which is an object. */
export function objectOf(http: HttpAnswer): object {
  const value = jsonOf(http)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ExchangeError('bad-answer', 'the answer is no object')
  return value
}

/**
 * The rows of an answer. `null` is a value that is not known, and left out.
 * @throws ExchangeError bad-answer when one is no row of values
 */
export function rowsOf(list: readonly unknown[]): RegisterRow[] {
  return list.map((each) => {
    const read = v.safeParse(row, withoutNulls(each))
    // To valibot a list is a record too.
    if (!read.success || Array.isArray(each)) throw new ExchangeError('bad-answer', 'a row is none')
    return read.output
  })
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
}

/** When a provider says that it last changed a resource, epoch milliseconds; null when no such moment can be read. */
export function updateIn(text: string | null | undefined): number | null {
  const moment = Date.parse(text ?? '')
  return believedUpdate(Number.isNaN(moment) ? 0 : moment, Date.now()) || null
}
