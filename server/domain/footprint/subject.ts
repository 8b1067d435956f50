import { dayOf } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { subjectKey } from '../exchange/index.ts'
import { organisationsOf, personOf } from '../identity/index.ts'
import { lookById, type LogRow } from './store/log.ts'

/** An enterprise that the reader acts for today. */
export interface OwnOrganisation {
  id: string
  name: string
  creditCode: string
}

/** Who reads about themselves: only people have facts of their own. */
export function readerOf({ actor }: Pick<Look, 'actor'>): string {
  if (actor.kind !== 'person') throw new Refusal('not_allowed')
  return actor.id
}

/** How the person who reads stands in the log of look-ups. */
export async function ownSubject(act: Act | Look): Promise<string> {
  const person = await personOf(act.tx, readerOf(act))
  if (!person) throw new Refusal('not_found')
  return subjectKey({ kind: 'person', key: person.residentId })
}

/** The enterprises whose facts the person may read about today. */
export async function ownOrganisations(act: Act | Look): Promise<OwnOrganisation[]> {
  const rows = await organisationsOf(act.tx, readerOf(act), dayOf(act.at))
  return rows.map(({ id, name, creditCode }) => ({ id, name, creditCode }))
}

/** A look-up about the reader, or about an enterprise they act for. */
export interface OwnLook {
  row: LogRow
  organisation: OwnOrganisation | null
}

/**
 * A look-up that the reader may know of: it is about them, or about an enterprise they act for.
 * @throws Refusal not_found for any other
 */
export async function ownLook(act: Act | Look, id: string): Promise<OwnLook> {
  const row = await lookById(act.tx, id)
  if (!row || row.subject === '') throw new Refusal('not_found')
  if (row.subjectKind === 'organisation') {
    const found = (await ownOrganisations(act)).find(({ creditCode }) => creditCode === row.subject)
    if (found) return { row, organisation: found }
  } else if (row.subject === (await ownSubject(act))) return { row, organisation: null }
  throw new Refusal('not_found')
}
