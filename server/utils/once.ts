import { createHash } from 'node:crypto'
import { getHeader, type H3Event } from 'h3'
import { isUniqueViolation } from '#db'
import { answeredBefore, rememberAnswer } from '#domain/forms/index.ts'
import type { Act } from '#domain/act.ts'
import { actorId } from '#shared/access/actor.ts'
import type { Contract } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/refusal.ts'

/**
 * Repeating a request is harmless: with an idempotency key (header, or the hidden field `_key` of a form) the first
 * answer is stored in the same transaction and given again. A key belongs to one actor and one address.
 */
export async function once<T>(
  event: H3Event,
  act: Act,
  contract: Contract,
  work: () => Promise<T>,
): Promise<T> {
  const key = getHeader(event, 'idempotency-key') ?? (event.context.formKey as string | undefined)
  if (!key) return work()
  const action = `${contract.method} ${event.path.split('?')[0]}`
  const id = createHash('sha256')
    .update(`${actorId(act.actor)}\n${action}\n${key}`)
    .digest('base64url')
  const before = await answeredBefore(act.tx, id)
  if (before) return before.answer as T
  const answer = await work()
  try {
    await rememberAnswer(act.tx, { id, action, answer, at: act.at })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('changed_meanwhile')
    throw error
  }
  return answer
}
