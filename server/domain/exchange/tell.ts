import { Refusal } from '#shared/refusal.ts'
import type { RegisterRow } from '../../connectors/exchange/connector.ts'
import { catalog } from '../catalog/index.ts'
import { now } from '../clock.ts'
import type { Asking } from '../perform.ts'
import { cut } from './ask-one.ts'
import { wayTo } from './connectors.ts'
import { record, settle } from './journal.ts'
import { TELL_DEADLINE_MS } from './limits.ts'
import { openRow } from './log-row.ts'
import { reach } from './reach.ts'
import { sharesOf } from './shares.ts'
import type { Matter, Telling } from './types.ts'

/**
 * Tells a resource what was decided, and gets what it makes of it, e.g. the resident id of a registered child. The
 * request id makes repeats harmless. In the log like a look-up.
 * @throws Refusal exchange_down, and the caller tries again later; not_granted
 */
export async function tellResource(who: Asking, matter: Matter, telling: Telling): Promise<RegisterRow> {
  const { params, requestId, item, law } = telling
  const resource = catalog().one('resource', telling.resource)
  const [granted] = sharesOf(resource.code, [item], resource.outputs, who.at) ?? []
  const { unit, asked } = granted ?? { unit: '', asked: [...resource.outputs] }
  const ground = { kind: 'law', words: law } as const
  const row = openRow({ who, matter, resource, params, ground, item, unit, asked })
  if (!granted) {
    await record({ ...row, outcome: 'refused', fault: 'no-grant', answeredAt: now() })
    throw new Refusal('not_granted')
  }
  await record(row)
  const started = performance.now()
  const way = wayTo(resource.code)
  const purpose = { matter: matter.no || matter.id, item, operator: row.actorId, unit }
  const { answer, fault, made } = await reach({
    resource: resource.code,
    matter: matter.id,
    way,
    deadlineMs: TELL_DEADLINE_MS,
    at: who.at,
    tries: 1,
    call: ({ connector }, _requestId, signal) =>
      connector.tell({ resource: resource.code, params, requestId, fields: asked, purpose, signal }),
  })
  const given = answer && cut(answer, asked)
  const end = {
    outcome: given ? 'found' : 'unavailable',
    fault,
    fields: Object.keys(given ?? {}),
    ms: Math.round(performance.now() - started),
    answeredAt: now(),
  } as const
  await settle({ ...row, ...end }, { notMade: !made })
  if (!given) throw new Refusal('exchange_down')
  return given
}
