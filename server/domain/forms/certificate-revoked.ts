import { systemActor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { inferAnew } from '#shared/forms/infer.ts'
import { forgetAskedWith, forgetKnowns } from '#shared/forms/lookups.ts'
import { asking, perform } from '../perform.ts'
import { changeDraft } from './load.ts'
import { openDraftRows } from './store.ts'

/**
 * certificate.revoked → what it filled in leaves its holder's open drafts, with its word for the people it names and
 * what was looked up on it, and nothing is handed in by it any more. A case that was sent keeps what was sent.
 */
export async function handleCertificateRevoked(
  { ownerId = '', type = '' }: Record<string, string>,
  at: number,
): Promise<void> {
  await perform(asking(systemActor('forms'), at), async (act) => {
    for (const row of await openDraftRows(act.tx, ownerId)) {
      if (row.personId !== ownerId || !restsOn(row.content, type)) continue
      await changeDraft(act, row.id, ({ row: { content }, bundle }) => {
        const given = givenBy(content, type)
        content.certificates = content.certificates?.filter((each) => each !== type)
        forgetKnowns(content, given)
        forgetAskedWith(bundle, content, new Set(given))
        inferAnew(bundle, content, dayOf(at))
      })
    }
  })
}

/** Whether a certificate filled anything in, or is taken for a material. */
function restsOn(content: DraftContent, type: string): boolean {
  return (content.certificates?.includes(type) ?? false) || givenBy(content, type).length > 0
}

/** The elements that a certificate filled in. */
function givenBy({ knowns }: DraftContent, type: string): string[] {
  return Object.entries(knowns).flatMap(([code, { source }]) =>
    source.kind === 'wallet' && source.certificate === type ? [code] : [],
  )
}
