import { itemOf } from '#shared/catalog/bundle.ts'
import type { CaseLine } from '#shared/cases/view.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { presentWork, workOfParent } from '../work/index.ts'
import { casesOf } from './store.ts'

/** The cases of the person who looks, newest first. */
export async function ownCases(look: Look): Promise<CaseLine[]> {
  if (look.actor.kind !== 'person') return []
  const rows = await casesOf(look.tx, look.actor.id)
  return Promise.all(
    rows.map(async (row) => {
      const [bundle, items] = await Promise.all([
        bundleOf(look.tx, row.bundleId),
        workOfParent(look.tx, row.id),
      ])
      const due = items
        .flatMap((item) => {
          const { dueDay } = presentWork(item, look.actor, look.at)
          return dueDay ? [{ name: say(itemOf(bundle, item.topic).name, look.lang), dueDay }] : []
        })
        .sort((a, b) => (a.dueDay < b.dueDay ? -1 : 1))
      return {
        no: row.no,
        title: say(bundle.lifeEvent.title, look.lang),
        state: row.state,
        sentAt: row.sentAt,
        done: items.filter((item) => item.closedAt > 0).length,
        of: items.length,
        next: due[0] ?? null,
      }
    }),
  )
}
