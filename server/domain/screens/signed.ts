import { actorId } from '#shared/access/actor.ts'
import type { DrawnName } from '#shared/cases/content.ts'
import { drawingOf } from '#shared/elements/rare/signature.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { signaturesOf } from './store.ts'

/** A signature is taken over within so long; whoever comes later signs for themselves. Milliseconds. */
const FRESH_MS = 30 * 60_000

/** How a hand-over was posted, as far as signatures go. */
interface Posted {
  item: string
  decision: string
  signing?: 'screen' | 'here' | 'paper'
  mandate?: string
  receiverSign: DrawnName
}

/**
 * A hand-over with the receiver's signature in its place: as it was posted, or as it was just given on the clerk's
 * second screen.
 * @throws Refusal invalid_input when nobody signed there
 */
export async function handingOf(
  act: Act,
  { item, decision, signing, mandate, receiverSign }: Posted,
): Promise<{ signing?: 'drawn' | 'paper'; mandateSeen: boolean; receiverSign: DrawnName }> {
  const mandateSeen = mandate === 'yes'
  if (decision !== 'deliver' || signing === undefined)
    return { signing: undefined, mandateSeen, receiverSign }
  if (signing !== 'screen')
    return { signing: signing === 'here' ? 'drawn' : signing, mandateSeen, receiverSign }
  const signed = await deliverySignature(act, item)
  if (signed) return { signing: 'drawn', mandateSeen, receiverSign: signed }
  throw new Refusal('invalid_input', { problems: [{ field: 'signing', ...fault('delivery_signature') }] })
}

/** How somebody just signed on this clerk's screen for a result; undefined when nobody did. */
async function deliverySignature(look: Look | Act, item: string): Promise<DrawnName | undefined> {
  const [row] = await signaturesOf(look.tx, 'delivery', [item])
  if (!row || row.clerkId !== actorId(look.actor) || look.at - row.at > FRESH_MS) return undefined
  return { name: row.signature.split('\n')[0] ?? '', drawn: drawingOf(row.signature) }
}
