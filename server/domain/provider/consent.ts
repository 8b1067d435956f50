import { dayOf } from '#shared/calendar/day.ts'
import { APP_CONSENT_VERSION, appConsentWords, type AppConsentView } from '#shared/exchange/app-consent.ts'
import { OUTSIDE_SERVICES } from '#shared/exchange/outside-services.ts'
import { showDay } from '#shared/format.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import { appName, appOf } from '../../connectors/exchange/apps.ts'
import type { OutsideApp } from '../../connectors/exchange/app-shape.ts'
import type { Act, Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { certificatesForOutside } from '../certificates/index.ts'
import { consentRow, giveConsent } from '../exchange/index.ts'
import { allowed } from './grant.ts'
import { ProtocolError } from './protocol.ts'
import { codeOfType, holdsUntil, purposeOf } from './terms.ts'

/** What a system may ask a person for. */
interface Terms {
  app: OutsideApp
  /** Codes of the fields its grant names. */
  fields: string[]
  certificate: string
  words: string
}

/**
 * What another system asks the person who reads for; after agreeing, with the consent's number.
 * @throws Refusal not_found for a system or a type that has no such grant
 */
export async function readAppConsent(
  look: Look,
  { app: key, type, given }: { app: string; type: string; given?: string | undefined },
): Promise<AppConsentView> {
  const terms = termsOf(look, key, type)
  const personId = ownId(look)
  const [held, row] = await Promise.all([
    certificatesForOutside(look, personId, type),
    given === undefined ? undefined : consentRow(look.tx, given),
  ])
  const isOwn = row?.personId === personId && row.purpose === purposeOf(key) && row.revokedAt === 0
  return {
    app: key,
    type,
    appName: appName(key, look.lang),
    certificate: terms.certificate,
    words: terms.words,
    held: held.length > 0,
    given: isOwn && given !== undefined ? { number: given, back: backTo(terms.app, given) } : null,
  }
}

/**
 * Records that a person lets another system fetch their certificates of a type, with the words they read.
 * @throws Refusal not_found
 */
export async function agreeToApp(
  act: Act,
  { app: key, type }: { app: string; type: string },
): Promise<{ consent: string }> {
  const { fields, words } = termsOf(act, key, type)
  const consent = await giveConsent(act, {
    personId: ownId(act),
    proof: 'account',
    purpose: purposeOf(key),
    lifeEvent: '',
    resources: [{ resource: codeOfType(type), fields }],
    textVersion: APP_CONSENT_VERSION,
    shown: words,
  })
  return { consent }
}

function termsOf({ at, lang }: Look, key: string, type: string): Terms {
  const app = appOf(key)
  const document = catalog().find('certificateType', type)
  const grant = app && allowedOrNone(app, at)
  if (!app || !document || !grant?.of.includes(type)) throw new Refusal('not_found')
  const labels: Readonly<Record<string, { zh: string; en: string }>> =
    OUTSIDE_SERVICES['certificate-fetch'].fields
  const certificate = say(document.name, lang)
  const words = appConsentWords(
    {
      app: appName(key, lang),
      certificate,
      fields: grant.fields.map((field) => say(labels[field] ?? { zh: field, en: field }, lang)),
      until: showDay(dayOf(holdsUntil(at)), lang),
    },
    lang,
  )
  return { app, fields: grant.fields, certificate, words }
}

function allowedOrNone(app: OutsideApp, at: number) {
  try {
    return allowed(app, 'certificate-fetch', [], at)
  } catch (error) {
    if (error instanceof ProtocolError) return undefined
    throw error
  }
}

function ownId({ actor }: Look): string {
  if (actor.kind !== 'person') throw new Refusal('not_allowed')
  return actor.id
}

/** The way back to the system, with the consent's number. */
function backTo({ returnTo }: OutsideApp, consent: string): string | null {
  if (returnTo === undefined) return null
  const address = new URL(returnTo)
  address.searchParams.set('consent', consent)
  return address.href
}
