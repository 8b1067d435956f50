import { dayOf } from '#shared/calendar/day.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { WorkView } from '#shared/work/view.ts'
import type { Look } from '../act.ts'
import { presentWork } from './present.ts'
import { countByState, inboxPage, type InboxFilter } from './store.ts'

/** A line of the inbox: the work item, who it is about, and where its page is found. */
export type InboxRow = WorkView & { label: string; parentId: string; openedAt: number }

const PAGE = 50

/**
 * The open work an actor has rights to, by due day.
 * @param cursor `<dueDay>~<id>` of the last row of the page before
 * @returns the rows and the cursor of the next page, or null at the end
 */
export async function inbox(look: Look, filter: InboxFilter, cursor: string | null) {
  const [dueDay, id] = cursor?.split('~') ?? []
  const rows = await inboxPage(look.tx, look.actor, filter, dueDay && id ? { dueDay, id } : null, PAGE + 1)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
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
      parentId: row.parentId,
      openedAt: row.openedAt,
    })),
    next: rows.length > PAGE && last ? `${last.dueDay}~${last.id}` : null,
  }
}

/** States in which a whole case is worked on at once, on one page. */
const WHOLE_CASE: readonly string[] = ['received', 'correcting']

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
  return { kind, state, count: WHOLE_CASE.includes(state) ? parents : count }
}
