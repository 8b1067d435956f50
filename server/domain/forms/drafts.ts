import type { DraftLine } from '#shared/contract/my.ts'
import type { CounterDraft } from '#shared/counter/views.ts'
import type { AssistedLine } from '#shared/forms/whom.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { personOf } from '../identity/index.ts'
import { keptUntil } from './expire.ts'
import { walk } from './load.ts'
import { assistedRows, openDraftRows } from './store.ts'
import { draftTitle } from './title.ts'
import { mayFill } from './whom.ts'

/** A person's open drafts, the last touched first. */
export async function openDrafts(look: Look): Promise<DraftLine[]> {
  if (look.actor.kind !== 'person') return []
  const rows = await openDraftRows(look.tx, look.actor.id)
  const lines = await Promise.all(
    rows.map(async (row) => {
      if (!(await mayFill(look, row))) return []
      const bundle = await bundleOf(look.tx, row.bundleId)
      return {
        id: row.id,
        title: await draftTitle(look, { row, bundle }),
        next: walk({ row, bundle }, look.at).next.code,
        updatedAt: row.updatedAt,
        keptUntil: keptUntil(row),
      }
    }),
  )
  return lines.flat()
}

/** What a member of staff fills in, or filled in, for people who were there; the last touched first. */
export async function assistedDrafts(look: Look): Promise<AssistedLine[]> {
  if (look.actor.kind !== 'staff') throw new Refusal('not_allowed')
  const rows = await assistedRows(look.tx, look.actor.id)
  const lines = await Promise.all(
    rows.map(async (row) => {
      if (row.state === 'open' && !(await mayFill(look, row))) return []
      const bundle = await bundleOf(look.tx, row.bundleId)
      return {
        id: row.id,
        title: say(bundle.lifeEvent.title, look.lang),
        name: (await personOf(look.tx, row.personId))?.name ?? '',
        next: row.state === 'open' ? walk({ row, bundle }, look.at).next.code : null,
        caseNo: row.caseNo,
        updatedAt: row.updatedAt,
      }
    }),
  )
  return lines.flat()
}

/** What is open for somebody who is at the counter; only what the clerk who looks fills in can be gone on with there. */
export async function draftsAtCounter(look: Look, personId: string): Promise<CounterDraft[]> {
  const rows = (await openDraftRows(look.tx, personId)).filter((row) => row.personId === personId)
  return Promise.all(
    rows.map(async (row) => {
      const bundle = await bundleOf(look.tx, row.bundleId)
      const mine = await mayFill(look, row)
      return {
        id: row.id,
        title: say(bundle.lifeEvent.title, look.lang),
        updatedAt: row.updatedAt,
        next: mine ? walk({ row, bundle }, look.at).next.code : null,
      }
    }),
  )
}
