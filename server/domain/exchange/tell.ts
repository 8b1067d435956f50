import { actorId } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import { CONNECTORS } from '../../connectors/exchange/connectors.ts'
import type { RegisterRow } from '../../connectors/exchange/connector.ts'
import { catalog } from '../catalog/index.ts'
import { perform, type Asking } from '../perform.ts'
import { insertLookups } from './store.ts'

const DEADLINE_MS = 10_000

/**
 * Tells a resource what was decided, and gets what it makes of it, e.g. the resident id of a registered child. The
 * request id makes repeats harmless. Recorded like a look-up.
 * @throws Refusal exchange_down; the caller tries again later
 */
export async function tellResource(
  who: Asking,
  resource: string,
  params: Record<string, string>,
  {
    requestId,
    subjectId,
    purpose,
    law,
  }: { requestId: string; subjectId: string; purpose: string; law: string },
): Promise<RegisterRow> {
  const connector = CONNECTORS[catalog().one('resource', resource).connector]
  const started = performance.now()
  const answer = await connector
    ?.tell(resource, params, requestId, AbortSignal.timeout(DEADLINE_MS))
    .catch(() => undefined)
  await perform(who, async (act) => {
    const outcome = answer ? 'found' : 'unavailable'
    await insertLookups(act.tx, [
      {
        id: newId(act.at),
        resource,
        subjectId,
        subjectKind: 'person',
        actorKind: act.actor.kind,
        actorId: actorId(act.actor),
        purpose,
        groundKind: 'law',
        ground: law,
        fields: Object.keys(answer ?? {}),
        outcome,
        ms: Math.round(performance.now() - started),
        at: act.at,
      },
    ])
    act.note({
      verb: 'exchange.tell',
      subjectKind: 'person',
      subjectId,
      detail: { resource, outcome, purpose },
    })
  })
  if (!answer) throw new Refusal('exchange_down')
  return answer
}
