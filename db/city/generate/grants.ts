import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StandingGrant } from '#shared/exchange/grant.ts'
import { usesOf, type UsingCatalog } from '#shared/exchange/uses.ts'
import { FILES } from '../files.ts'
import { readFiles } from '../load.ts'
import { parseCity } from '../parse.ts'
import { collector } from '../refuse.ts'
import { writeRows } from './write.ts'

const CITY = fileURLToPath(new URL('..', import.meta.url))

/** The demo's standing grants run from the day the regulation came into force. */
const VALID_FROM = '2025-08-01'
const VALID_TO = '2027-12-31'

/** A grant for each field that an item really uses, and for no other (最小必要). */
export function grantsFor(catalog: UsingCatalog): StandingGrant[] {
  const grants = new Map<string, StandingGrant>()
  for (const { resource, field, item, unit, basis } of usesOf(catalog)) {
    const key = `${resource} ${item}`
    const grant = grants.get(key) ?? {
      resource,
      unit,
      item,
      fields: [],
      basis,
      validFrom: VALID_FROM,
      validTo: VALID_TO,
    }
    if (!grant.fields.includes(field)) grant.fields.push(field)
    grants.set(key, grant)
  }
  return [...grants.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, grant]) => grant)
}

/** Writes the standing grants of the demo city anew from its catalogue. */
export function writeGrants(folder = CITY): number {
  const { findings, refuse } = collector()
  const city = parseCity({ ...readFiles(folder), [FILES.grants]: [] }, refuse)
  if (!city) throw new Error(`the city cannot be read: ${JSON.stringify(findings[0])}`)
  const grants = grantsFor(city)
  writeRows(join(folder, FILES.grants), grants)
  return grants.length
}
