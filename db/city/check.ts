import { checkAccounts } from './checks/accounts.ts'
import { checkCodes } from './checks/codes.ts'
import { checkConditions } from './checks/conditions.ts'
import { checkDivisions } from './checks/divisions.ts'
import { checkElements } from './checks/elements.ts'
import { checkForms } from './checks/forms.ts'
import { checkLookups } from './checks/lookups.ts'
import { checkNumbers } from './checks/numbers.ts'
import { checkOrder } from './checks/order.ts'
import { checkReferences } from './checks/references.ts'
import { checkRegisters } from './checks/registers.ts'
import { checkTexts } from './checks/texts.ts'
import type { City } from './city.ts'
import { filesOf } from './files.ts'
import { parseCity, type RawCity } from './parse.ts'
import { refuserOf, type Refuse } from './refuse.ts'

/** In this order: what a later check takes for granted, an earlier one has made sure of. */
const CHECKS: ((city: City, refuse: Refuse) => void)[] = [
  checkCodes,
  checkElements,
  checkReferences,
  checkConditions,
  checkOrder,
  checkForms,
  checkLookups,
  checkDivisions,
  checkNumbers,
  checkAccounts,
  checkRegisters,
]

/** Checks a whole city given as parsed JSON. Throws an Error naming file, place and remedy at the first fault. */
export function checkCity(raw: RawCity, folder = 'db/city'): City {
  const refuse = refuserOf(folder, (part) =>
    filesOf(part, Object.keys(raw)).map((file) => [file, lengthOf(raw[file])]),
  )
  const city = parseCity(raw, refuse)
  for (const check of CHECKS) check(city, refuse)
  checkTexts(raw, refuse)
  return city
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}
