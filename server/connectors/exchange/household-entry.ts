import type Database from 'better-sqlite3'
import { residentIdCheckDigit } from '#shared/elements/types/resident-id.ts'
import { addRecord } from './city-registers.ts'
import type { RegisterRow } from './connector.ts'

/**
 * The population register of the demo city enters a newborn: allocates the resident id (GB 11643: division, day of
 * birth, running number whose parity says the gender, check digit) and writes population and household records.
 */
export function enterHousehold(db: Database.Database, params: Record<string, string>): RegisterRow {
  const division = (params['household.divisionCode'] ?? '').slice(0, 6)
  const birthDate = (params['child.birthTime'] ?? '').slice(0, 10)
  const gender = params['child.gender'] ?? ''
  if (
    !/^\d{6}$/.test(division) ||
    !/^\d{4}-\d{2}-\d{2}$/.test(birthDate) ||
    !['male', 'female'].includes(gender)
  ) {
    throw new Error('household-entry needs a division, a day of birth and a gender')
  }
  const residentId = nextResidentId(db, division + birthDate.replaceAll('-', ''), gender === 'male')
  const name = params['child.name'] ?? ''
  const address = params['household.address'] ?? ''
  addRecord(db, 'population', ['residentId'], {
    residentId,
    name,
    gender,
    birthDate,
    ethnicity: params['child.ethnicity'] ?? '',
    nativePlace: params['child.nativePlace'] ?? '',
    address,
  })
  addRecord(db, 'household', ['residentId'], {
    residentId,
    no: params['household.no'] ?? '',
    relationToHead: params['household.relationToHead'] ?? '',
    divisionCode: division,
    address,
  })
  return { residentId }
}

function nextResidentId(db: Database.Database, prefix: string, male: boolean): string {
  const taken = db.prepare<[string], { n: number }>(
    "select count(*) as n from record_keys where resource = 'population' and field = 'residentId' and value = ?",
  )
  for (let running = male ? 1 : 2; running < 1000; running += 2) {
    const first17 = prefix + String(running).padStart(3, '0')
    const candidate = first17 + residentIdCheckDigit(first17)
    if (taken.get(candidate)?.n === 0) return candidate
  }
  throw new Error('no resident id is left for this day and division')
}
