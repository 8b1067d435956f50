import { actorId } from '#shared/access/actor.ts'
import { can } from '#shared/access/can.ts'
import type { GrantChangeInput } from '#shared/contract/exchange-catalog.ts'
import type { GrantView } from '#shared/exchange/catalog-view.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { keepGrants } from './in-force.ts'
import { presentGrant } from './present-grant.ts'
import { grantById, subscriptionsByIds, updateGrant, type GrantRow } from './store.ts'

/** One grant, and what the reader may do with it. */
export async function readGrant(look: Look, { grant: id }: { grant: string }): Promise<GrantView> {
  return present(await find(look, id), look)
}

const STATES = { suspend: 'suspended', resume: 'active', end: 'ended' } as const

/**
 * The data office stops a grant for a while, lets it go on, or ends it. From the commit on no look-up is made under a
 * grant that is stopped.
 */
export async function changeGrant(
  act: Act,
  { grant: id, decision, note }: GrantChangeInput,
): Promise<GrantView> {
  const row = await find(act, id)
  const possible = movesOf(row, act)
  if (!possible.includes(decision)) throw new Refusal('move_not_possible', { possible })
  const state = STATES[decision]
  const change = { state, endedBy: decision === 'end' ? actorId(act.actor) : '' }
  if (!(await updateGrant(act.tx, row, change))) throw new Refusal('changed_meanwhile')
  const changed = { ...row, ...change, version: row.version + 1 }
  const { resource, unit, item } = row
  act.note({
    verb: `grants.${decision}`,
    subjectKind: 'grant',
    subjectId: id,
    detail: { resource, unit, item, reason: note },
  })
  act.committed(() => keepGrants([changed]))
  return present(changed, act)
}

async function find({ tx }: Pick<Look, 'tx'>, id: string): Promise<GrantRow> {
  const row = await grantById(tx, id)
  if (!row) throw new Refusal('not_found')
  return row
}

function movesOf(
  { state, validTo }: GrantRow,
  { actor, at }: Pick<Look, 'actor' | 'at'>,
): GrantView['moves'] {
  if (!can(actor, 'exchange.govern') || validTo < dayOf(at) || state === 'ended') return []
  return state === 'active' ? ['suspend', 'end'] : ['resume', 'end']
}

async function present(row: GrantRow, reading: Look | Act): Promise<GrantView> {
  const subscriptions = await subscriptionsByIds(reading.tx, [row.subscriptionId])
  return { ...presentGrant(row, reading, subscriptions), moves: movesOf(row, reading) }
}
