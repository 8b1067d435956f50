import { dayOf } from '#shared/calendar/day.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { WorkView } from '#shared/work/view.ts'
import type { Look } from '../act.ts'
import { countLines } from './store/counts.ts'
import { inboxPage, togetherOf, type InboxFilter } from './store/inbox-page.ts'
import { worksTogether } from './leads.ts'
import { presentWork } from './present.ts'
import { scopesOf } from './scopes.ts'

/** A line of the inbox: the work item, who it is about, and how many items are worked on with it. */
export type InboxRow = WorkView & { label: string; count: number }

const PAGE = 50

/**
 * The open work an actor has rights to, by due day.
 * @param cursor `<dueDay>~<id>` of the last row of the page before
 * @returns the rows, one for items that are worked on together, and the cursor of the next page, or null at the end
 */
export async function inbox(look: Look, filter: InboxFilter, cursor: string | null) {
  const [dueDay, id] = cursor?.split('~') ?? []
  const after = dueDay && id ? { dueDay, id } : null
  const rows = await inboxPage(look.tx, scopesOf(look.actor), filter, after, PAGE + 1)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const parents = shown.filter(worksTogether).map(({ parentId }) => parentId)
  const counts = await togetherOf(look.tx, parents, TOGETHER)
  look.note({
    verb: 'inbox.read',
    subjectKind: 'inbox',
    subjectId: filter.kind ?? 'all',
    detail: { rows: shown.length },
  })
  return {
    rows: shown.map((row): InboxRow => ({
      ...presentWork(row, look.actor, look.at),
      label: row.label,
      count: (worksTogether(row) && counts.get(row.parentId)) || 1,
    })),
    next: rows.length > PAGE && last ? `${last.dueDay}~${last.id}` : null,
  }
}

const TOGETHER = Object.values(MOVE_TABLES).flatMap(({ together = [] }) => together)

/** How many pieces of work stand in which state, and how many are due by today. */
export async function inboxCounts(
  look: Look,
): Promise<{ byState: { kind: WorkKind; state: string; count: number }[]; due: number }> {
  const scopes = scopesOf(look.actor)
  const [byState, due] = await Promise.all([
    countLines(look.tx, scopes),
    countLines(look.tx, scopes, dayOf(look.at)),
  ])
  return { byState, due: due.reduce((sum, { count }) => sum + count, 0) }
}
