import { blind, type Reader } from '#db'
import { actorId } from '#shared/access/actor.ts'
import { TICKET_VISIT_MS, VISIT_MS, type Way } from '#shared/counter/ways.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Text } from '#shared/text.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { personOf, type Person } from '../identity/index.ts'
import { tell } from '../notices/index.ts'
import { atCounter, beginServing, isInHand, moveTicket } from '../queue/index.ts'
import { insertVisit, setEnded, unfinishedVisit, visitById, type VisitRow } from './store.ts'

/** Where a clerk without a seat identifies somebody. */
const SOME_COUNTER = { zh: '服务窗口', en: 'a service counter' } as const satisfies Text

/** Whoever is at the counter; without an account, `personId` is empty. */
export interface Visit {
  id: string
  personId: string
  name: string
  residentId: string
  ticketId: string
  startedAt: number
}

/** Who was identified, or is to agree to it first. */
export interface Identified {
  personId: string
  name: string
  residentId: string
  way: Way
}

/**
 * Begins a visit: whoever was here before is gone, and the ticket in hand is being served. The person is told where
 * they were identified.
 */
export async function startVisit(act: Act, who: Identified): Promise<VisitRow> {
  const row = await newVisit(act, who, act.at)
  await tellIdentified(act, row)
  return row
}

/** A visit as a row; `startedAt` 0 until the person agreed. Those before it are finished. */
export async function newVisit(
  act: Act,
  { personId, name, residentId, way }: Identified,
  startedAt: number,
  lasts?: number,
): Promise<VisitRow> {
  await setEnded(act.tx, actorId(act.actor), act.at)
  const here = await atCounter(act)
  if (here?.ticket) await beginServing(act, here.ticket)
  const row: VisitRow = {
    id: newId(act.at),
    clerkId: actorId(act.actor),
    unit: act.actor.kind === 'staff' ? (act.actor.units[0] ?? '') : '',
    place: here?.place ?? SOME_COUNTER,
    ticketId: here?.ticket?.id ?? '',
    personId,
    personBlind: blind(residentId),
    person: { name, residentId },
    way,
    askedAt: act.at,
    startedAt,
    validTo: act.at + (lasts ?? lengthOf(here?.ticket?.id ?? '')),
    endedAt: 0,
  }
  await insertVisit(act.tx, row)
  return row
}

export function lengthOf(ticketId: string): number {
  return ticketId === '' ? VISIT_MS : TICKET_VISIT_MS
}

/** The trail has it, and the person hears of it. */
export async function tellIdentified(act: Act, row: VisitRow): Promise<void> {
  act.note({
    verb: 'counter.identify',
    subjectKind: row.personId ? 'person' : 'visit',
    subjectId: row.personId || row.id,
    detail: { visit: row.id, way: row.way, ticket: row.ticketId },
  })
  if (row.personId === '') return
  const params = { department: departmentOf(row.unit), place: row.place }
  await tell(act, row.personId, 'counter_identified', `counter_identified ${row.id}`, params, '/my/code')
}

export function departmentOf(unit: string): Text {
  return catalog().find('department', unit)?.name ?? { zh: '一站', en: 'Yizhan' }
}

/** Who is at a clerk's counter now. */
export async function openVisitOf(reader: Reader, clerkId: string, at: number): Promise<Visit | undefined> {
  const row = await unfinishedVisit(reader, clerkId)
  return row && (await lasts(reader, row, at)) ? present(row) : undefined
}

/** The visit while it lasts: until its time is over, the ticket left the clerk's hands, or it was finished. */
export async function lasts(reader: Reader, row: VisitRow, at: number): Promise<boolean> {
  if (row.startedAt === 0 || row.endedAt > 0 || at >= row.validTo) return false
  return row.ticketId === '' || isInHand(reader, row.ticketId)
}

function present({ id, personId, person, ticketId, startedAt }: VisitRow): Visit {
  return { id, personId, ...person, ticketId, startedAt }
}

/** The person of a visit that lasts at the counter of whoever acts, if they have an account. */
export async function personOfVisit(act: Act, id: string): Promise<Person | undefined> {
  const row = await visitById(act.tx, id)
  if (!row || row.clerkId !== actorId(act.actor) || !(await lasts(act.tx, row, act.at))) return undefined
  return row.personId ? personOf(act.tx, row.personId) : undefined
}

/** Finishes a visit, and the ticket in hand with it. Twice is once. */
export async function endVisit(act: Act, { visit: id }: { visit: string }): Promise<{ hall: string }> {
  const row = await visitById(act.tx, id)
  if (!row || row.clerkId !== actorId(act.actor)) throw new Refusal('not_found')
  const here = await atCounter(act)
  if (row.endedAt === 0) {
    await setEnded(act.tx, row.clerkId, act.at)
    const { ticket } = here ?? {}
    if (ticket?.id === row.ticketId && ticket.state === 'serving')
      await moveTicket(act, { ticket: ticket.id, move: 'finish' })
    act.note({ verb: 'counter.end', subjectKind: 'visit', subjectId: id })
  }
  return { hall: here?.hall ?? '' }
}
