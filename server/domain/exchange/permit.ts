import { dayOf } from '#shared/calendar/day.ts'
import type { Resource } from '#shared/catalog/documents.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { grantFor } from '../grants/index.ts'
import type { Asking } from '../perform.ts'
import { groundFault, type GroundTerms } from './check-ground.ts'
import type { LookupRequest, Matter } from './types.ts'

/** Under what a question may be put, or why it may not. */
export interface Permit {
  fault: ExchangeFault | ''
  /** The department in whose name it is asked, and the item it needs the fields for. */
  unit: string
  item: string
  /** Fields that are wanted, granted, and agreed to. */
  asked: string[]
}

/** Whether a question may be put: it needs a ground that stands, and a grant for the fields that are wanted. */
export async function permit(
  who: Asking,
  matter: Matter,
  request: LookupRequest,
  resource: Resource,
): Promise<Permit> {
  const granted = grantedFields(resource.code, matter.items, request.wants, who.at)
  const refused = { unit: granted.unit, item: granted.item, asked: [...request.wants] }
  // An emergency is used up when its ground is judged: not for what nobody may ask anyway.
  if (granted.asked.length === 0) return { fault: 'no-grant', ...refused }
  const ground = await groundFault(who, matter, request, resource)
  const asked = granted.asked.filter((field) => agreed(ground, field))
  if (ground.fault !== '') return { fault: ground.fault, ...refused }
  if (asked.length === 0) return { fault: 'no-consent', ...refused }
  return { fault: '', unit: granted.unit, item: granted.item, asked }
}

/** Of the fields wanted those that the grants of the items' departments allow on the day, in the order of the items. */
export function grantedFields(
  resource: string,
  items: readonly string[],
  wants: readonly string[],
  at: number,
): { unit: string; item: string; asked: string[] } {
  const grants = grantFor(resource, items, dayOf(at))
  const useful = grants.find(({ fields }) => wants.some((field) => fields.includes(field)))
  return {
    unit: useful?.unit ?? '',
    item: useful?.item ?? items[0] ?? '',
    asked: wants.filter((field) => grants.some(({ fields }) => fields.includes(field))),
  }
}

function agreed({ fields }: GroundTerms, field: string): boolean {
  return fields === undefined || fields.includes(field)
}
