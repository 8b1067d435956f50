import { dayOf } from '#shared/calendar/day.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { WorkView } from '#shared/work/view.ts'
import type { Look } from '../act.ts'
import { presentWork } from './present.ts'
import { countByState, inboxPage, isTogether, togetherOf, type InboxFilter } from './store.ts'

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
  const rows = await inboxPage(look.tx, look.actor, filter, dueDay && id ? { dueDay, id } : null, PAGE + 1)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const counts = await togetherOf(
    look.tx,
    look.actor,
    filter,
    shown.filter(isTogether).map(({ parentId }) => parentId),
  )
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
      count: (isTogether(row) && counts.get(row.parentId)) || 1,
    })),
    next: rows.length > PAGE && last ? `${last.dueDay}~${last.id}` : null,
  }
}

/** How many pieces of work stand in which state, and how many are due by today. */
export async function inboxCounts(
  look: Look,
): Promise<{ byState: { kind: WorkKind; state: string; count: number }[]; due: number }> {
  const [all, due] = await Promise.all([
    countByState(look.tx, look.actor),
    countByState(look.tx, look.actor, dayOf(look.at)),
  ])
  return { byState: all.map(pieces), due: due.map(pieces).reduce((sum, { count }) => sum + count, 0) }
}

function pieces({
  kind,
  state,
  count,
  parents,
}: {
  kind: WorkKind
  state: string
  count: number
  parents: number
}) {
  return { kind, state, count: isTogether({ state }) ? parents : count }
}
