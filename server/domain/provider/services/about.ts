import type { OutsideService } from '#shared/exchange/outside-services.ts'
import type { Look } from '../../act.ts'
import { caseForOutside } from '../../cases/index.ts'
import { holderOf, identifierOfNumber } from '../../certificates/index.ts'
import { consentRow } from '../../exchange/index.ts'
import { personOf } from '../../identity/index.ts'
import type { Served, ServiceCall } from './service.ts'

/** Whom a call is about, and in which case. */
export type About = Pick<Served, 'subject' | 'provider' | 'caseNo'>

export const NOBODY: About = { subject: null, provider: '' }

/** What numbers of cases and certificates are made of; nothing else is looked for. */
const NUMBER = /^[\w.-]{1,200}$/

/**
 * Whom a call is about whose system may not have the answer: they see that it was tried. The system itself learns
 * nothing of this.
 */
export async function aboutCall(
  service: OutsideService,
  { look, params, consent }: Pick<ServiceCall, 'look' | 'params' | 'consent'>,
): Promise<About> {
  if (service === 'case-state') return aboutCase(look, params.no ?? '')
  if (service === 'certificate-verify') {
    const { identifier = identifierOfNumber(params.type ?? '', params.no ?? '') } = params
    return aboutCertificate(look, identifier ?? '')
  }
  return service === 'certificate-fetch' ? aboutConsent(look, consent) : NOBODY
}

async function aboutCase(look: Look, no: string): Promise<About> {
  const found = NUMBER.test(no) ? await caseForOutside(look, no) : undefined
  return found ? { subject: found.subject, provider: found.department, caseNo: no } : NOBODY
}

async function aboutCertificate(look: Look, identifier: string): Promise<About> {
  const holder = NUMBER.test(identifier) ? await holderOf(look, identifier) : undefined
  if (!holder) return NOBODY
  const { residentId, issuer } = holder
  return { subject: residentId === null ? null : { kind: 'person', key: residentId }, provider: issuer }
}

/** Also when the consent was given to somebody else: it is that person's certificates that were tried. */
async function aboutConsent(look: Look, consent: string): Promise<About> {
  const given = NUMBER.test(consent) ? await consentRow(look.tx, consent) : undefined
  const person = given && (await personOf(look.tx, given.personId))
  return person ? { ...NOBODY, subject: { kind: 'person', key: person.residentId } } : NOBODY
}
