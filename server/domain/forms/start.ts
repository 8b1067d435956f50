import { emptyDraft, type DraftContent } from '#shared/forms/draft.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { bundleOf, currentBundle } from '../catalog/index.ts'
import { personOf, type Person } from '../identity/index.ts'
import { walk } from './load.ts'
import { insertDraft, openDraftRows } from './store.ts'

/** The first question of every life event. */
const FIRST_STEP = 's1'

/** Starts a draft of a life event, or goes on with the one that is open. Answers its id. */
export async function startDraft(
  act: Act,
  { lifeEvent, fresh }: { lifeEvent: string; fresh?: boolean },
): Promise<{ draft: string; next: string }> {
  if (act.actor.kind !== 'person') throw new Refusal('not_allowed')
  const bundle = await currentBundle(act.tx, lifeEvent)
  const open = fresh
    ? undefined
    : (await openDraftRows(act.tx, act.actor.id)).find((row) => row.lifeEvent === lifeEvent)
  if (open)
    return {
      draft: open.id,
      next: walk({ row: open, bundle: await bundleOf(act.tx, open.bundleId) }, act.at).next.code,
    }
  const person = await personOf(act.tx, act.actor.id)
  if (!person) throw new Refusal('not_found')
  const id = newId(act.at)
  await insertDraft(act.tx, {
    id,
    personId: person.id,
    lifeEvent,
    bundleId: bundle.id,
    content: withAccount(emptyDraft(), person, act.at),
    state: 'open',
    caseNo: null,
    createdAt: act.at,
    updatedAt: act.at,
    version: 1,
  })
  act.note({ verb: 'forms.start', subjectKind: 'draft', subjectId: id, detail: { lifeEvent } })
  return { draft: id, next: FIRST_STEP }
}

/** What the account has proven is known from the start. */
function withAccount(content: DraftContent, person: Person, at: number): DraftContent {
  const source = { kind: 'account' as const, at }
  content.knowns['applicant.name'] = { value: person.name, source, locked: true }
  content.knowns['applicant.residentId'] = { value: person.residentId, source, locked: true }
  content.knowns['applicant.phone'] = { value: person.phone, source, locked: false }
  return content
}
