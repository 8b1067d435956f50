import type { Reader } from '#db'
import { actorId } from '#shared/access/actor.ts'
import type { ConsentProof } from '#shared/exchange/consent-proof.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { forgetConsent } from './consent-terms.ts'
import { consentRow, endConsent, insertConsent } from './store/consents.ts'

/** What a person agrees to. */
export interface Agreement {
  personId: string
  /** By which proof the one who acts agrees for them. */
  proof: ConsentProof
  /** What it is for: a draft's id, or `app:` and the key of another system. */
  purpose: string
  /** Code of the life event; empty when it is for none. */
  lifeEvent: string
  resources: readonly { resource: string; fields: readonly string[] }[]
  /** Version of the text that was shown. */
  textVersion: string
  /** Everything as it was shown. */
  shown: string
}

/** Records what a person agreed to, with the words they were shown. Answers the consent's id. */
export async function giveConsent(act: Act, { resources, ...given }: Agreement): Promise<string> {
  const id = newId(act.at)
  const codes = resources.map(({ resource }) => resource)
  await insertConsent(act.tx, {
    ...given,
    id,
    givenBy: `${act.actor.kind}:${actorId(act.actor)}`,
    resources: codes,
    fields: Object.fromEntries(resources.map(({ resource, fields }) => [resource, [...fields]])),
    givenAt: act.at,
    revokedAt: 0,
  })
  act.note({
    verb: 'exchange.consent',
    subjectKind: 'person',
    subjectId: given.personId,
    detail: { consent: id, resources: codes, textVersion: given.textVersion, proof: given.proof },
  })
  return id
}

/**
 * A person takes a consent of theirs back. Nothing is looked up under it any more; what rests on it leaves the draft
 * it was given for, see the reactions to `consent.revoked`. Twice is once.
 * @throws Refusal not_found for anybody else's
 */
export async function revokeConsent(act: Act, id: string): Promise<void> {
  const row = await consentRow(act.tx, id)
  if (!row || act.actor.kind !== 'person' || row.personId !== act.actor.id) throw new Refusal('not_found')
  await withdrawConsent(act, id)
}

/** Ends a consent for whoever may decide it: the caller has judged that. */
export async function withdrawConsent(act: Act, id: string): Promise<void> {
  const row = await consentRow(act.tx, id)
  if (!row || !(await endConsent(act.tx, id, act.at))) return
  act.committed(() => forgetConsent(id))
  act.note({
    verb: 'exchange.revokeConsent',
    subjectKind: 'person',
    subjectId: row.personId,
    detail: { consent: id },
  })
  await emit(act, 'consent.revoked', id, { consentId: id, purpose: row.purpose })
}

/**
 * Whether a consent stands, as the caller's transaction sees it.
 * @param textVersion and whether it was given to these very words
 */
export async function isStanding(reader: Reader, id: string, textVersion?: string): Promise<boolean> {
  const row = await consentRow(reader, id)
  return row?.revokedAt === 0 && (textVersion === undefined || row.textVersion === textVersion)
}
