import type { DraftLine } from '#shared/contract/my.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { walk } from './load.ts'
import { openDraftRows } from './store.ts'
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
        title: say(bundle.lifeEvent.title, look.lang),
        next: walk({ row, bundle }, look.at).next.code,
        updatedAt: row.updatedAt,
      }
    }),
  )
  return lines.flat()
}
