import { checkCodes } from './checks/codes.ts'
import { checkConditions } from './checks/conditions.ts'
import { checkDivisions } from './checks/divisions.ts'
import { checkDocuments } from './checks/documents.ts'
import { checkElements } from './checks/elements.ts'
import { checkForms } from './checks/forms.ts'
import { checkHalls } from './checks/halls.ts'
import { checkLookups } from './checks/lookups.ts'
import { checkMaterials } from './checks/materials.ts'
import { checkNumbers } from './checks/numbers.ts'
import { checkOrder } from './checks/order.ts'
import { checkProofs } from './checks/proofs.ts'
import { checkReachable } from './checks/reachable.ts'
import { checkReferences } from './checks/references.ts'
import { checkResources } from './checks/resources.ts'
import { checkSuccessors } from './checks/successors.ts'
import type { City } from './city.ts'
import type { Refuse } from './refuse.ts'

const CHECKS: ((city: City, refuse: Refuse) => void)[] = [
  checkCodes,
  checkDocuments,
  checkElements,
  checkReferences,
  checkConditions,
  checkOrder,
  checkForms,
  checkReachable,
  checkMaterials,
  checkResources,
  checkLookups,
  checkProofs,
  checkHalls,
  checkDivisions,
  checkSuccessors,
  checkNumbers,
]

/**
 * Checks a catalogue whole: the same for the city's files, for the command and for what is uploaded at the desk.
 * What belongs to the demo's people is checked elsewhere.
 */
export function checkCatalog(city: City, refuse: Refuse): void {
  for (const check of CHECKS) check(city, refuse)
}
