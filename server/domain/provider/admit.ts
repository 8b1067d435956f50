import { read } from '#db'
import { systemActor } from '#shared/access/actor.ts'
import type { OutsideApp } from '../../connectors/exchange/app-shape.ts'
import { asking, perform } from '../perform.ts'
import { CLOCK_TOLERANCE_MS } from '../../connectors/exchange/gateway/signature.ts'
import { ProtocolError } from './protocol.ts'
import { callsSince, insertNonce, purgeNonces } from './store.ts'

const MINUTE_MS = 60_000

/**
 * Lets a call of a system in, once: its nonce is durable before it is served, so that no instance serves it again.
 * Calls are counted by the nonces of the minute, which all instances share.
 * @param at epoch milliseconds
 * @throws ProtocolError 1003, 4001
 */
export async function admit({ key, perMinute }: OutsideApp, nonce: string, at: number): Promise<void> {
  const minute = at - (at % MINUTE_MS)
  await perform(asking(systemActor(`app:${key}`), at), async ({ tx }) => {
    if ((await callsSince(tx, key, minute)) >= perMinute) throw tooMany(at)
    if (!(await insertNonce(tx, key, nonce, at))) throw new ProtocolError('1003')
  })
  // Calls that came together did not see each other before.
  if ((await callsSince(read(), key, minute)) > perMinute) throw tooMany(at)
}

/** They may come again with the next minute. */
function tooMany(at: number): ProtocolError {
  return new ProtocolError('4001', Math.ceil((MINUTE_MS - (at % MINUTE_MS)) / 1000))
}

/** Forgets nonces that no call could use again: its timestamp would be too old. */
export async function handleNonces(_payload: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('exchange'), at), ({ tx }) => purgeNonces(tx, at - 3 * CLOCK_TOLERANCE_MS))
}
