import { createHash } from 'node:crypto'
import { getHeader, type H3Event } from 'h3'
import { isUniqueViolation, read } from '#db'
import { answeredBefore, rememberAnswer } from '#domain/forms/index.ts'
import type { Act } from '#domain/act.ts'
import type { Asking } from '#domain/perform.ts'
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
  const named = nameOf(event, act, contract)
  if (!named) return work()
  const { id, action } = named
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

/**
 * What the same request was answered meanwhile: of two that are under way at the same time one is refused, but what it
 * asked for was done.
 */
export async function answeredMeanwhile(
  event: H3Event,
  who: Asking,
  contract: Contract,
): Promise<{ answer: unknown } | undefined> {
  const named = nameOf(event, who, contract)
  return named && answeredBefore(read(), named.id)
}

function nameOf(
  event: H3Event,
  { actor }: Pick<Asking, 'actor'>,
  contract: Contract,
): { id: string; action: string } | undefined {
  const key = getHeader(event, 'idempotency-key') ?? (event.context.formKey as string | undefined)
  if (!key) return undefined
  const action = `${contract.method} ${event.path.split('?')[0]}`
  const id = createHash('sha256')
    .update(`${actorId(actor)}\n${action}\n${key}`)
    .digest('base64url')
  return { id, action }
}
