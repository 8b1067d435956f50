import { signAnswer } from '../../connectors/exchange/gateway/signature.ts'
import type { Caller } from './authenticate.ts'
import { CODES, type ProtocolCode } from './protocol.ts'

/** An answer on its way out. */
export interface OutsideAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** What was found, with when it last changed and whose it is. */
export interface AnswerData {
  list: Record<string, unknown>[]
  updatedAt: number
  sourceOrg: string
}

/**
 * An answer in the form of the protocol, signed for whoever is known to ask; to anybody else it says no more than that
 * the signature is wrong.
 * @param at epoch milliseconds
 */
export function answerOf(
  caller: Caller | undefined,
  {
    code,
    requestId,
    at,
    data,
    retryAfter,
  }: {
    code: ProtocolCode
    requestId: string
    at: number
    data?: AnswerData | undefined
    retryAfter?: number | undefined
  },
): OutsideAnswer {
  const answer = {
    code,
    message: CODES[code],
    requestId,
    timestamp: at,
    data: data
      ? {
          list: data.list,
          count: data.list.length,
          updatedAt: data.updatedAt === 0 ? null : new Date(data.updatedAt).toISOString(),
          sourceOrg: data.sourceOrg,
        }
      : null,
  }
  const sign = caller ? signAnswer(caller.algorithm, caller.secret, answer) : ''
  return {
    status: code === '4001' ? 429 : 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(caller && { 'x-sign-alg': caller.algorithm }),
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify({ ...answer, sign }),
  }
}
