import { decideConsent, draftOfOther, showStep, type SavedStep } from '#domain/forms/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { asking, look, type Asking } from '#domain/perform.ts'

/** Agrees to the look-ups of a draft; staff with the code that the person reads out to them. */
export async function agreeTo(who: Asking, draft: string): Promise<SavedStep> {
  if (who.actor.kind !== 'staff') return decideConsent(who, { draft, decision: 'agree' })
  await showStep(who, { draft, step: 'consent' })
  return decideConsent(who, { draft, decision: 'agree', code: (await codesFor(who, draft))[0] ?? '' })
}

/** The codes in the inbox of the person a draft is for, the newest first. */
export async function codesFor(who: Asking, draft: string): Promise<string[]> {
  const personId = (await look(who, (reading) => draftOfOther(reading, draft)))?.row.personId ?? ''
  const person = asking({ kind: 'person', id: personId, accountId: '', name: '' }, who.at)
  const { rows } = await look(person, (reading) => listNotices(reading, {}))
  const page = `/apply/${draft}/consent`
  const sent = rows.filter(({ kind, link }) => kind === 'consent_code' && link === page)
  return sent.flatMap(({ params }) => params.code ?? [])
}
