import { blind, type Reader } from '#db'
import { mandatedOrganisations, personRow, personRowByBlind, type PersonRow } from './store.ts'

/** What the account knows of a person, proven when it was opened. */
export interface Person {
  id: string
  name: string
  residentId: string
  phone: string
}

export async function personOf(reader: Reader, id: string): Promise<Person | undefined> {
  return present(await personRow(reader, id))
}

export async function personByResidentId(reader: Reader, residentId: string): Promise<Person | undefined> {
  return present(await personRowByBlind(reader, blind(residentId)))
}

/** The organisations a person may act for today. */
export function organisationsOf(reader: Reader, personId: string, today: string) {
  return mandatedOrganisations(reader, personId, today)
}

function present(row: PersonRow | undefined): Person | undefined {
  return row && { id: row.id, name: row.name, residentId: row.residentId, phone: row.phone }
}
