import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'
import { insertConsent } from './store.ts'

/** Records what a person agreed to, with the words they were shown. Answers the consent's id. */
export async function giveConsent(
  act: Act,
  {
    personId,
    purpose,
    resources,
    shown,
  }: { personId: string; purpose: string; resources: string[]; shown: string },
): Promise<string> {
  const id = newId(act.at)
  await insertConsent(act.tx, { id, personId, purpose, resources, shown, givenAt: act.at, revokedAt: 0 })
  act.note({
    verb: 'exchange.consent',
    subjectKind: 'person',
    subjectId: personId,
    detail: { consent: id, resources },
  })
  return id
}
