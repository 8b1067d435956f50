import type { Resource } from '#shared/catalog/documents.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import type { Asking } from '../perform.ts'
import { groundFault, type GroundTerms } from './check-ground.ts'
import { relationOf, type Relation } from './relation.ts'
import { sharesOf, type Share, type Shares } from './shares.ts'
import type { LookupRequest, Matter } from './types.ts'

/** Under what a question may be put, or why it may not. */
export interface Permit {
  fault: ExchangeFault | ''
  /** In whose names it is asked, each for fields that are wanted, granted to it, and agreed to. */
  shares: Shares
  /** How those it is asked with stand to the applicant. */
  relation: Relation
}

/** Whether a question may be put: it needs a ground that stands, and a grant for the fields that are wanted. */
export async function permit(
  who: Asking,
  matter: Matter,
  request: LookupRequest,
  resource: Resource,
): Promise<Permit> {
  const relation = relationOf(matter, request, resource)
  const granted = sharesOf(resource.code, matter.items, request.wants, who.at)
  const { unit = '', item = matter.items[0] ?? '' } = granted?.[0] ?? {}
  const refused = { shares: [{ unit, item, asked: [...request.wants] }], relation } as const
  // An emergency is used up when its ground is judged: not for what nobody may ask anyway.
  if (!granted) return { fault: 'no-grant', ...refused }
  const ground = await groundFault(who, matter, request, resource, relation)
  if (ground.fault !== '') return { fault: ground.fault, ...refused }
  const [first, ...others] = granted.flatMap((share) => agreed(ground, share))
  return first ? { fault: '', shares: [first, ...others], relation } : { fault: 'no-consent', ...refused }
}

function agreed({ fields }: GroundTerms, share: Share): Share[] {
  const asked = share.asked.filter((field) => fields === undefined || fields.includes(field))
  return asked.length > 0 ? [{ ...share, asked }] : []
}
