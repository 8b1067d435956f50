import { systemActor } from '#shared/access/actor.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { inferAnew } from '#shared/forms/infer.ts'
import { asking, perform } from '../perform.ts'
import { changeDraft } from './load.ts'
import { draftHead } from './store.ts'

/**
 * consent.revoked → what was looked up leaves the draft, what was typed stays, and nothing is looked up any more. What
 * is missing then is asked of the person, as of whoever declines. A case that was sent keeps what was sent.
 */
export async function handleRevoked(
  { consentId = '', purpose = '' }: Record<string, string>,
  at: number,
): Promise<void> {
  await perform(asking(systemActor('forms'), at), async (act) => {
    const head = await draftHead(act.tx, purpose)
    if (head?.state !== 'open') return
    await changeDraft(act, purpose, ({ row: { content }, bundle }) => {
      if (content.consentId !== consentId) return
      forgetLookedUp(bundle, content, at)
      content.consentId = null
    })
  })
}

/** Takes out of a draft what registers and the wallet said, and what follows from it. */
export function forgetLookedUp(bundle: Bundle, content: DraftContent, at: number): void {
  content.lookups = {}
  content.choices = {}
  content.unusable = {}
  content.certificates = []
  const kept = Object.entries(content.knowns).filter(
    ([, { source }]) => source.kind !== 'exchange' && source.kind !== 'wallet',
  )
  content.knowns = Object.fromEntries(kept)
  inferAnew(bundle, content, dayOf(at))
}
