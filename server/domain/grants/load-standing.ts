import { createHash } from 'node:crypto'
import type { StandingGrant } from '#shared/exchange/grant.ts'
import type { Act } from '../act.ts'
import { allGrants, insertGrants, updateGrant, type GrantRow } from './store.ts'

/**
 * Takes over the grants of a city's files. What the data office suspended stays suspended, what it ended stays ended;
 * what the files no longer grant ends. Loading the same files again changes nothing.
 */
export async function loadStandingGrants(act: Act, given: readonly StandingGrant[]): Promise<void> {
  const there = new Map((await allGrants(act.tx)).map((row) => [row.id, row]))
  const wanted = new Map(given.map((grant) => [idOf(grant), grant]))
  const added: GrantRow[] = []
  let changed = 0
  for (const [id, grant] of wanted) {
    const row = there.get(id)
    const change = row && changeOf(row, grant)
    if (!row) added.push(rowOf(id, grant))
    else if (change) {
      changed += 1
      await updateGrant(act.tx, row, change)
    }
  }
  await insertGrants(act.tx, added)
  const ended = [...there.values()].filter(
    ({ id, subscriptionId, state }) => subscriptionId === '' && state !== 'ended' && !wanted.has(id),
  )
  for (const row of ended) await updateGrant(act.tx, row, { state: 'ended' })
  act.note({
    verb: 'grants.loadStanding',
    subjectKind: 'city',
    subjectId: 'grants',
    detail: { added: added.length, changed, ended: ended.length },
  })
}

/** The same grant has the same id, whenever and wherever it is loaded. */
function idOf({ resource, unit, item }: StandingGrant): string {
  return createHash('sha256').update(`grant\n${resource}\n${unit}\n${item}`).digest('hex').slice(0, 32)
}

function rowOf(id: string, grant: StandingGrant): GrantRow {
  return { ...grant, id, subscriptionId: '', state: 'active', endedBy: '', notifiedAt: 0, version: 1 }
}

/** What the files say otherwise than the row; undefined when nothing, or when a person ended it for good. */
function changeOf(row: GrantRow, { fields, basis, validFrom, validTo }: StandingGrant) {
  if (row.endedBy !== '') return undefined
  const said = { fields, basis, validFrom, validTo }
  const kept = { fields: row.fields, basis: row.basis, validFrom: row.validFrom, validTo: row.validTo }
  const again = row.state === 'ended'
  if (!again && JSON.stringify(said) === JSON.stringify(kept)) return undefined
  return { ...said, notifiedAt: 0, ...(again ? { state: 'active' as const } : {}) }
}
