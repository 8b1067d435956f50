import type { Resource } from '#shared/catalog/documents.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import { actorId } from '#shared/access/actor.ts'
import { subjectOf } from '#shared/exchange/subject.ts'
import { perform, type Asking } from '../perform.ts'
import { standingConsent } from './consent-terms.ts'
import { subjectKey } from './log-row.ts'
import { isInHands } from './matters.ts'
import { takeEmergency } from './store/grounds.ts'
import type { LookupRequest, Matter } from './types.ts'

/** Whether a ground stands, and the fields that it is limited to. */
export interface GroundTerms {
  fault: ExchangeFault | ''
  fields?: readonly string[] | undefined
}

/**
 * Whether somebody may ask on the ground they name: a consent must stand and be for this, a law must be named, an
 * emergency must have been let pass by a second person, once. Staff ask only within a matter in their hands.
 */
export async function groundFault(
  who: Asking,
  matter: Matter,
  { ground, params }: LookupRequest,
  resource: Resource,
): Promise<GroundTerms> {
  if (who.actor.kind === 'stranger') return { fault: 'not-in-hands' }
  if (ground.kind === 'emergency') return emergencyTerms(who, ground.id, resource, params)
  if (who.actor.kind === 'staff' && !(await isInHands(who, matter))) return { fault: 'not-in-hands' }
  if (ground.kind === 'law') return { fault: ground.words.trim() === '' ? 'no-consent' : '' }
  return consentTermsFor(ground.id, matter, resource.code)
}

/** Whether a consent still stands: it may have been withdrawn while a resource was asked. */
export async function stillStands({ ground }: LookupRequest): Promise<boolean> {
  return ground.kind !== 'consent' || (await standingConsent(ground.id)) !== undefined
}

/** A consent to a draft is for that draft alone; the case that came of it may go on with it. */
async function consentTermsFor(id: string, matter: Matter, resource: string): Promise<GroundTerms> {
  const terms = await standingConsent(id)
  const isForThis = matter.kind === 'case' || terms?.purpose === matter.id
  if (!terms || !isForThis || !terms.resources.includes(resource)) return { fault: 'no-consent' }
  return { fault: '', fields: terms.fields[resource] }
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
