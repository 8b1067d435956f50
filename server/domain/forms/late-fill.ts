import { systemActor } from '#shared/access/actor.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { asking, look, type Asking } from '../perform.ts'
import { loadDraft } from './load.ts'
import { prefill } from './prefill.ts'
import type { SavedStep } from './save-step.ts'
import { draftHead } from './store.ts'

/** A register that could not be asked, or whose answer was lost with the process, is asked once more. */
export async function handleFillLate(
  { draft: id = '', key = '', tries = '' }: Record<string, string>,
  at: number,
): Promise<void> {
  const who = asking(systemActor('forms'), at)
  const draft = await look(who, async (reading) => {
    const head = await draftHead(reading.tx, id)
    return head?.state === 'open' ? loadDraft(reading, id) : undefined
  })
  const { consentId, lookups } = draft?.row.content ?? {}
  if (consentId && lookups?.[key] === 'unavailable')
    await prefill(who, id, consentId, { again: [key], tries: Number(tries) })
}

/** The person has another try at what could not be looked up. Waits no longer than for the first one. */
export async function lookAgain(
  who: Asking,
  { draft: id, step }: { draft: string; step: string },
): Promise<SavedStep> {
  const { row } = await look(who, (reading) => loadDraft(reading, id))
  const { consentId, lookups } = row.content
  if (row.state === 'open' && consentId) await prefill(who, id, consentId, { again: missing(lookups) })
  return { draft: id, step, next: step, problems: [] }
}

function missing(lookups: DraftContent['lookups']): string[] {
  return Object.keys(lookups).filter((key) => lookups[key] === 'unavailable')
}
