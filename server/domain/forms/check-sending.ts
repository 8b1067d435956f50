import type { DraftContent } from '#shared/forms/draft.ts'
import { Refusal } from '#shared/refusal.ts'
import { isStanding } from '../exchange/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft } from './load.ts'
import { tamperedIn } from './mark-known.ts'
import { markOlder } from './mark-older.ts'
import { askAgain } from './revoked.ts'
import type { DraftRow } from './store.ts'

/** Why what was filled in may not be sent as it stands, and which elements it is about. */
interface Unsendable {
  why: NonNullable<DraftContent['takenOut']>
  codes: string[]
}

/**
 * Before an application is sent: what was filled in and locked is compared with what its source said, and the consent
 * it rests on must stand. What fails leaves the draft, goes on record, and is asked for instead.
 * @throws Refusal facts_changed, consent_withdrawn
 */
export async function checkBeforeSending(who: Asking, { draft: id }: { draft: string }): Promise<void> {
  const codes = await markOlder(who, id)
  const found = codes.length > 0 ? { why: 'changed' as const, codes } : await wrongIn(who, id)
  if (!found) return
  await perform(who, async (act) => {
    await changeDraft(act, id, ({ row: { content }, bundle }) => askAgain(bundle, content, found.why, act.at))
    act.note({
      verb: found.why === 'changed' ? 'forms.tampered' : 'forms.consentGone',
      subjectKind: 'draft',
      subjectId: id,
      detail: { elements: found.codes },
    })
  })
  throw new Refusal(found.why === 'changed' ? 'facts_changed' : 'consent_withdrawn')
}

function wrongIn(who: Asking, id: string): Promise<Unsendable | undefined> {
  return look(who, async (reading) => {
    const { row } = await loadDraft(reading, id)
    if (row.state !== 'open') return undefined
    const codes = tamperedIn(id, row.content)
    if (codes.length > 0) return { why: 'changed', codes }
    const { consentId } = row.content
    const stands = consentId === null || (await isStanding(reading.tx, consentId))
    return stands ? undefined : { why: 'withdrawn', codes: [] }
  })
}

/** Whether what a draft holds may be sent, judged again within the transaction that sends it. */
export async function requireSendable(
  tx: Parameters<typeof isStanding>[0],
  { id, content }: Pick<DraftRow, 'id' | 'content'>,
): Promise<void> {
  if (tamperedIn(id, content).length > 0) throw new Refusal('facts_changed')
  const { consentId } = content
  if (consentId !== null && !(await isStanding(tx, consentId))) throw new Refusal('consent_withdrawn')
}
