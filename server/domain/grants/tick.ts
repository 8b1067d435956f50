import { addDays, dayOf } from '#shared/calendar/day.ts'
import { ENDING_DAYS } from '#shared/exchange/subscription-rules.ts'
import { newId } from '#shared/id.ts'
import { systemActor } from '#shared/access/actor.ts'
import type { Act } from '../act.ts'
import { asking, perform } from '../perform.ts'
import { keepGrants } from './in-force.ts'
import { allGrants, insertAlerts, updateGrant, type AlertRow, type GrantRow } from './store.ts'

/**
 * Ends grants whose last day is over, and tells the department and the data office beforehand which end soon: an alert
 * to each of both for each department, resource and last day. Look-ups stop by the day itself; this only writes it down.
 */
export async function handleGrantsTick(_payload: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('grants'), at), tick)
}

async function tick(act: Act): Promise<void> {
  const today = dayOf(act.at)
  const open = (await allGrants(act.tx)).filter(({ state }) => state !== 'ended')
  const over: GrantRow[] = []
  for (const row of open.filter(({ validTo }) => validTo < today))
    if (await updateGrant(act.tx, row, { state: 'ended' }))
      over.push({ ...row, state: 'ended', version: row.version + 1 })
  if (over.length > 0) {
    act.note({
      verb: 'grants.expire',
      subjectKind: 'grant',
      subjectId: today,
      detail: { grants: over.length },
    })
    act.committed(() => keepGrants(over))
  }
  await warn(
    act,
    // What is suspended ends nothing; it is told once it is resumed.
    open.filter(({ state }) => state === 'active'),
    today,
  )
}

/** Each says for itself that it was seen to. */
const TOLD = ['grant-ending', 'grant-ending-office'] as const

async function warn(act: Act, active: readonly GrantRow[], today: string): Promise<void> {
  const ending = active.flatMap((row) => {
    const days = soonest(row, today)
    const isTold = days !== undefined && dayOf(row.notifiedAt) >= addDays(row.validTo, -days)
    return days === undefined || isTold ? [] : [{ row, days }]
  })
  const alerts = new Map<string, Omit<AlertRow, 'id' | 'kind'>>()
  for (const { row, days } of ending) {
    const { resource, unit, validTo } = row
    const key = `${unit} ${resource} ${validTo} ${days}`
    const grants = Number(alerts.get(key)?.detail.grants ?? 0) + 1
    alerts.set(key, {
      key,
      unit,
      detail: { resource, validTo, days, grants },
      at: act.at,
      seenBy: '',
      seenAt: 0,
    })
    await updateGrant(act.tx, row, { notifiedAt: act.at })
  }
  const rows = [...alerts.values()].flatMap((alert) =>
    TOLD.map((kind) => ({ ...alert, id: newId(act.at), kind })),
  )
  await insertAlerts(act.tx, rows)
}

/** The last of the notices that is due for a grant; undefined when none is yet. */
function soonest({ validTo }: GrantRow, today: string): number | undefined {
  return validTo < today ? undefined : ENDING_DAYS.findLast((days) => validTo <= addDays(today, days))
}
