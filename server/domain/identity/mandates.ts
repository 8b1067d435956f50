import type { Reader } from '#db'
import { dayOf } from '#shared/calendar/day.ts'
import type { MandateLine, MandatesView } from '#shared/identity/mandates.ts'
import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { personByResidentId, personOf, type Person } from './people.ts'
import { deletePersonMandate, personMandatesOf, upsertPersonMandate, type PersonMandateRow } from './store.ts'

/** Good for every life event. */
const ALL = 'all'

/** Who may act for the person who looks, and for whom they may act. */
export async function mandates(look: Look): Promise<MandatesView> {
  if (look.actor.kind !== 'person') throw new Refusal('not_allowed')
  const { id } = look.actor
  const rows = await personMandatesOf(look.tx, id)
  const lines = await Promise.all(rows.map((row) => present(look, row, id)))
  return {
    given: lines.filter((_, i) => rows[i]?.principalId === id),
    received: lines.filter((_, i) => rows[i]?.agentId === id),
  }
}

async function present(look: Look, row: PersonMandateRow, me: string): Promise<MandateLine> {
  const other = row.principalId === me ? row.agentId : row.principalId
  const person = await personOf(look.tx, other)
  return {
    id: row.id,
    name: person?.name ?? '',
    lifeEvent: row.scope === ALL ? null : row.scope,
    validTo: row.validTo,
    over: row.validTo < dayOf(look.at),
  }
}

/** Lets somebody fill in applications for the person who acts. Giving it again sets its last day anew. */
export async function giveMandate(
  act: Act,
  input: { name: string; residentId: string; scope: string; validTo: string },
): Promise<{ ok: true }> {
  if (act.actor.kind !== 'person') throw new Refusal('not_allowed')
  const agent = await personByResidentId(act.tx, input.residentId.toUpperCase())
  if (!agent || agent.name !== input.name || agent.id === act.actor.id)
    throw new Refusal('invalid_input', { problems: [{ field: 'residentId', ...fault('agent_unknown') }] })
  if (input.validTo < dayOf(act.at))
    throw new Refusal('invalid_input', { problems: [{ field: 'validTo', ...fault('date_too_early') }] })
  const id = newId(act.at)
  await upsertPersonMandate(act.tx, {
    id,
    principalId: act.actor.id,
    agentId: agent.id,
    scope: input.scope || ALL,
    validTo: input.validTo,
    createdAt: act.at,
  })
  act.note({
    verb: 'identity.giveMandate',
    subjectKind: 'mandate',
    subjectId: id,
    detail: { scope: input.scope },
  })
  return { ok: true }
}

/** Ends a mandate; either side may. */
export async function endMandate(act: Act, { mandate }: { mandate: string }): Promise<{ ok: true }> {
  if (act.actor.kind !== 'person') throw new Refusal('not_allowed')
  const row = (await personMandatesOf(act.tx, act.actor.id)).find((each) => each.id === mandate)
  if (!row) throw new Refusal('not_found')
  await deletePersonMandate(act.tx, row.id)
  act.note({ verb: 'identity.endMandate', subjectKind: 'mandate', subjectId: row.id })
  return { ok: true }
}

/** The people for whom a person may fill in a life event today. */
export async function principalsOf(
  reader: Reader,
  agentId: string,
  lifeEvent: string,
  today: string,
): Promise<Person[]> {
  const rows = await personMandatesOf(reader, agentId)
  const good = rows.filter(
    (row) =>
      row.agentId === agentId && row.validTo >= today && (row.scope === ALL || row.scope === lifeEvent),
  )
  const people = await Promise.all(good.map((row) => personOf(reader, row.principalId)))
  return people.flatMap((person) => person ?? [])
}
