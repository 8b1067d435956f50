import type { OwnVisitLine } from '#shared/counter/views.ts'
import { say } from '#shared/text.ts'
import type { Act } from '../act.ts'
import { visitsOf } from './store.ts'
import { departmentOf, lasts } from './visit.ts'

const SHOWN = 10

/** Where the person who is signed in was identified lately, the newest first. */
export async function ownVisits({ tx, actor, at, lang }: Act): Promise<OwnVisitLine[]> {
  if (actor.kind !== 'person') return []
  const rows = await visitsOf(tx, actor.id, SHOWN)
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      department: say(departmentOf(row.unit), lang),
      place: say(row.place, lang),
      way: row.way,
      at: row.startedAt,
      endedAt: (await lasts(tx, row, at)) ? 0 : row.endedAt || Math.min(at, row.validTo),
    })),
  )
}
