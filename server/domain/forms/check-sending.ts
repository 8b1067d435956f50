import type { DraftContent } from '#shared/forms/draft.ts'
import { Refusal } from '#shared/refusal.ts'
import { isStanding } from '../exchange/index.ts'
import type { Act } from '../act.ts'
import { perform, type Asking } from '../perform.ts'
import { changeDraft } from './load.ts'
import { tamperedIn } from './mark-known.ts'
import { markOlder } from './mark-older.ts'
import { askAgain } from './revoked.ts'
import type { DraftRow } from './store.ts'

/**
 * Judges, within the transaction that sends it, what was filled in and locked: each value is what its source said, and
 * the consent it rests on stands.
 * @throws Refusal facts_changed, consent_withdrawn
 */
export async function requireSendable(
  { tx }: Pick<Act, 'tx'>,
  { id, content }: Pick<DraftRow, 'id' | 'content'>,
): Promise<void> {
  if (tamperedIn(id, content).length > 0) throw new Refusal('facts_changed')
  const { consentId } = content
  if (consentId !== null && !(await isStanding(tx, consentId))) throw new Refusal('consent_withdrawn')
}

/**
 * Before an application is sent: a draft from before there were marks gets them.
 * @throws Refusal facts_changed, when a register says otherwise now
 */
export async function markBeforeSending(who: Asking, { draft }: { draft: string }): Promise<void> {
  const elements = await markOlder(who, draft)
  if (elements.length === 0) return
  await takeOut(who, draft, 'changed', () => elements)
  throw new Refusal('facts_changed')
}

/** After an application was refused for what it holds: that leaves the draft, goes on record, and is asked for instead; what may
 * not be promised is handed in. */
export async function takeOutUnsendable(
  who: Asking,
  { draft }: { draft: string },
  { code }: Refusal,
): Promise<void> {
  if (code === 'facts_changed')
    await takeOut(who, draft, 'changed', ({ id, content }) => tamperedIn(id, content))
  if (code === 'promise_withheld')
    await perform(who, (act) =>
      changeDraft(act, draft, ({ row: { content } }) => {
        content.promiseHeld = true
      }),
    )
  if (code === 'consent_withdrawn') await takeOut(who, draft, 'withdrawn', () => [])
}

async function takeOut(
  who: Asking,
  id: string,
  why: NonNullable<DraftContent['takenOut']>,
  elementsOf: (row: Pick<DraftRow, 'id' | 'content'>) => string[],
): Promise<void> {
  await perform(who, async (act) => {
    const { result: elements } = await changeDraft(act, id, ({ row, bundle }) => {
      const found = elementsOf(row)
      askAgain(bundle, row.content, why, act.at)
      return found
    })
    act.note({
      verb: why === 'changed' ? 'forms.tampered' : 'forms.consentGone',
      subjectKind: 'draft',
      subjectId: id,
      detail: { elements },
    })
  })
}
