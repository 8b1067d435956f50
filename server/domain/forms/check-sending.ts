import type { Bundle } from '#shared/catalog/bundle.ts'
import { Refusal } from '#shared/refusal.ts'
import { isStanding } from '../exchange/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft } from './load.ts'
import { tamperedIn } from './mark-known.ts'
import { forgetLookedUp } from './revoked.ts'
import type { DraftRow } from './store.ts'

/** Why what was filled in may not be sent as it stands. */
type Unsendable = { why: 'consent'; codes: string[] } | { why: 'tampered'; codes: string[] }

/**
 * Before an application is sent: what was filled in and locked is compared with what its source said, and the consent
 * it rests on must stand. What fails leaves the draft, goes on record, and is asked for instead.
 * @throws Refusal facts_changed, consent_withdrawn
 */
export async function checkBeforeSending(who: Asking, { draft: id }: { draft: string }): Promise<void> {
  const found = await look(who, async (reading) => {
    const { row } = await loadDraft(reading, id)
    if (row.state !== 'open') return undefined
    const codes = tamperedIn(id, row.content)
    if (codes.length > 0) return { why: 'tampered' as const, codes }
    const { consentId } = row.content
    const stands = consentId === null || (await isStanding(reading.tx, consentId))
    return stands ? undefined : { why: 'consent' as const, codes: [] }
  })
  if (!found) return
  await perform(who, async (act) => {
    await changeDraft(act, id, ({ row, bundle }) => takeOut(row, bundle, found, act.at))
    act.note({
      verb: found.why === 'tampered' ? 'forms.tampered' : 'forms.consentGone',
      subjectKind: 'draft',
      subjectId: id,
      detail: { elements: found.codes },
    })
  })
  throw new Refusal(found.why === 'tampered' ? 'facts_changed' : 'consent_withdrawn')
}

function takeOut({ content }: DraftRow, bundle: Bundle, { why }: Unsendable, at: number): void {
  forgetLookedUp(bundle, content, at)
  if (why === 'consent') content.consentId = null
  // They decide again, and what is registered is looked up anew.
  else content.saved = content.saved.filter((code) => code !== 'consent')
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
