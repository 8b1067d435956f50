import type { Resource } from '#shared/catalog/documents.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { actorId } from '#shared/access/actor.ts'
import { subjectOf } from '#shared/exchange/subject.ts'
import { perform, type Asking } from '../perform.ts'
import { standingConsent } from './consent-terms.ts'
import { subjectKey } from './log-row.ts'
import { cameOf, isInHands } from './matters.ts'
import type { Relation } from './relation.ts'
import { takeEmergency } from './store/grounds.ts'
import { mayTry } from './tried-numbers.ts'
import type { LookupRequest, Matter } from './types.ts'

/** Whether a ground stands, and the fields that it is limited to. */
export interface GroundTerms {
  fault: ExchangeFault | ''
  fields?: readonly string[] | undefined
}

/**
 * Whether somebody may ask on the ground they name: a consent must stand and be for this, a law must be named, an
 * emergency must have been let pass by a second person, once. Staff ask only within a matter in their hands, and a
 * form about nobody whose relation to the applicant is not proven: whatever a life event says, here it ends.
 */
export async function groundFault(
  who: Asking,
  matter: Matter,
  request: LookupRequest,
  resource: Resource,
  relation: Relation,
): Promise<GroundTerms> {
  const { ground, params } = request
  if (who.actor.kind === 'stranger') return { fault: 'not-in-hands' }
  if (ground.kind === 'emergency') return emergencyTerms(who, ground.id, resource, params)
  if (who.actor.kind === 'staff' && !(await isInHands(who, matter))) return { fault: 'not-in-hands' }
  const terms: GroundTerms =
    ground.kind === 'law'
      ? { fault: ground.words.trim() === '' ? 'no-consent' : '' }
      : await consentTermsFor(ground.id, matter, resource.code)
  if (terms.fault !== '') return terms
  if (relation.kind === 'none') return { fault: 'no-relation' }
  if (relation.kind === 'tried' && !(await mayTry(who, relation.tried))) return { fault: 'too-many-numbers' }
  return terms
}

/** Whether a consent still stands: it may have been withdrawn while a resource was asked. */
export async function stillStands({ ground }: LookupRequest): Promise<boolean> {
  return ground.kind !== 'consent' || (await standingConsent(ground.id)) !== undefined
}

/** A consent to a draft is for that draft alone; the case that came of it, and no other, may go on with it. */
async function consentTermsFor(id: string, matter: Matter, resource: string): Promise<GroundTerms> {
  const terms = await standingConsent(id)
  if (!terms?.resources.includes(resource)) return { fault: 'no-consent' }
  const { purpose } = terms
  const isForThis = matter.kind === 'case' ? await cameOf(matter, purpose) : purpose === matter.id
  return isForThis ? { fault: '', fields: terms.fields[resource] } : { fault: 'no-consent' }
}

async function emergencyTerms(
  who: Asking,
  id: string,
  resource: Resource,
  params: Readonly<Record<string, string>>,
): Promise<GroundTerms> {
  const about = subjectOf(resource.inputs, params)
  if (!about || who.actor.kind !== 'staff') return { fault: 'no-consent' }
  const subject = subjectKey(about)
  const taken = await perform(who, (act) =>
    takeEmergency(act.tx, { id, askedBy: actorId(who.actor), resource: resource.code, subject, at: who.at }),
  )
  return { fault: taken ? '' : 'no-consent' }
}
