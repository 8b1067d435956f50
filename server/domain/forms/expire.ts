import { personOfAgent } from '#shared/access/actor.ts'
import { DAY_MS } from '#shared/calendar/day.ts'
import type { Act } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { eraseFiles } from '../files/index.ts'
import { emit } from '../jobs/index.ts'
import { tell } from '../notices/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { forget } from './remembered.ts'
import { deleteDraft, draftRow, untouchedDrafts } from './store.ts'

/** An open draft is kept so many days after it was touched last. */
export const KEPT_DAYS = 30

/** The moment after which an open draft is erased, in milliseconds of the epoch. */
export function keptUntil({ updatedAt }: { updatedAt: number }): number {
  return updatedAt + KEPT_DAYS * DAY_MS
}

/** The person is told so many days before it goes. */
const TOLD_DAYS_BEFORE = 3

/** Tells people whose drafts are about to go, once for each time they left one; and erases those whose time is over. */
export async function expireDrafts(who: Asking): Promise<void> {
  const told = who.at - (KEPT_DAYS - TOLD_DAYS_BEFORE) * DAY_MS
  const gone = who.at - KEPT_DAYS * DAY_MS
  const rows = await look(who, (reading) => untouchedDrafts(reading.tx, told))
  for (const { id, updatedAt } of rows)
    await perform(who, (act) => (updatedAt < gone ? eraseDraft(act, id, gone) : remindOf(act, id)))
}

/** Really erases a draft: its answers, its files, and through the event what others kept about it. */
async function eraseDraft(act: Act, id: string, before: number): Promise<void> {
  const row = await draftRow(act.tx, id)
  if (!row || row.state !== 'open' || row.updatedAt >= before) return
  const files = Object.values(row.content.files).flat()
  await eraseFiles(
    act,
    files.map(({ fileId }) => fileId),
  )
  await deleteDraft(act.tx, id)
  act.committed(() => forget(id))
  act.note({ verb: 'forms.erase', subjectKind: 'draft', subjectId: id, detail: { files: files.length } })
  await emit(act, 'draft.erased', id, { draft: id })
}

async function remindOf(act: Act, id: string): Promise<void> {
  const row = await draftRow(act.tx, id)
  if (!row || row.state !== 'open') return
  const { lifeEvent } = await bundleOf(act.tx, row.bundleId)
  for (const personId of [row.personId, personOfAgent(row.agent)].filter(Boolean))
    await tell(
      act,
      personId,
      'draft_expiring',
      `draft ${id} ${row.updatedAt}`,
      { name: lifeEvent.title },
      '/my',
    )
}
