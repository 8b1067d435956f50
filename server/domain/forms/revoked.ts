import { systemActor } from '#shared/access/actor.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { inferAnew } from '#shared/forms/infer.ts'
import { forgetKnowns } from '#shared/forms/lookups.ts'
import { asking, perform } from '../perform.ts'
import { changeDraft } from './load.ts'
import { draftHead } from './store.ts'

/**
 * consent.revoked → what was looked up leaves the draft, what was typed stays, and nothing is looked up any more. They
 * are told so, and decide again. A case that was sent keeps what was sent.
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
      askAgain(bundle, content, 'withdrawn', at)
    })
  })
}

/** Takes out what was looked up, and has the person decide about it again, who is told why. */
export function askAgain(
  bundle: Bundle,
  content: DraftContent,
  why: NonNullable<DraftContent['takenOut']>,
  at: number,
): void {
  decideAnew(bundle, content, at)
  if (why === 'withdrawn') content.consentId = null
  content.takenOut = why
}

/** Takes out what was looked up, and has the person decide anew whether anything is. */
export function decideAnew(bundle: Bundle, content: DraftContent, at: number): void {
  forgetLookedUp(bundle, content, at)
  content.saved = content.saved.filter((code) => code !== 'consent')
}

/** Takes out of a draft what registers and the wallet said, and what follows from it. */
export function forgetLookedUp(bundle: Bundle, content: DraftContent, at: number): void {
  content.lookups = {}
  content.choices = {}
  content.picked = []
  content.unusable = {}
  content.certificates = []
  const said = Object.entries(content.knowns).filter(
    ([, { source }]) => source.kind === 'exchange' || source.kind === 'wallet',
  )
  forgetKnowns(
    content,
    said.map(([code]) => code),
  )
  inferAnew(bundle, content, dayOf(at))
}
