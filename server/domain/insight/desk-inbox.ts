import type { InboxLine, InboxView, PlacesView } from '#shared/cases/desk-view.ts'
import { unitsWith } from '#shared/access/can.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { say } from '#shared/text.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { inbox, inboxCounts, type InboxRow } from '../work/index.ts'

/** The desk's inbox: all kinds of open work in one list by due day, with the words and addresses it needs. */
export async function deskInbox(
  look: Look,
  { kind, after, due }: { kind?: WorkKind | ''; after?: string; due?: 'today' | '' },
): Promise<InboxView> {
  const { rows, next } = await inbox(
    look,
    { ...(kind && { kind }), ...(due && { dueBy: dayOf(look.at) }) },
    after ?? null,
  )
  return { next, lines: byAddress(rows.map((row) => lineOf(row, look))) }
}

function lineOf(row: InboxRow, look: Look): InboxLine {
  const { parentId: _parent, openedAt: _opened, ...line } = row
  return { ...line, title: titleOf(row, look), href: hrefOf(row), count: 1 }
}

/** What is worked on on one page is one line: the counter takes in a case, not seven items. */
function byAddress(lines: InboxLine[]): InboxLine[] {
  const merged = new Map<string, InboxLine>()
  for (const line of lines) {
    const first = merged.get(line.href)
    if (first) first.count += 1
    else merged.set(line.href, line)
  }
  return [...merged.values()]
}

/** Who works here, with which rights, and how much waits of each kind. */
export async function deskPlaces(look: Look): Promise<PlacesView> {
  const { actor, lang } = look
  const { byState, due } = await inboxCounts(look)
  const units = actor.kind === 'staff' ? actor.units : []
  return {
    name: actor.kind === 'staff' ? actor.name : '',
    units: units.map((unit) =>
      say(catalog().find('department', unit)?.shortName ?? { zh: unit, en: unit }, lang),
    ),
    counts: byState,
    due,
    rights: RIGHTS.filter((right) => unitsWith(actor, right).length > 0),
  }
}

/** What the work is about: the service item, the ticket's category, the life event that was rated. */
function titleOf({ kind, topic }: InboxRow, { lang }: Look): string {
  if (kind === 'ticket') {
    const category = catalog().hotline.categories.find((each) => each.code === topic)
    return category ? say(category.label, lang) : topic
  }
  const document =
    kind === 'caseItem' ? catalog().find('item', topic)?.name : catalog().find('lifeEvent', topic)?.title
  return document ? say(document, lang) : topic
}

/** What the counter has to take in is the whole case; everything else is one item's own page. */
function hrefOf({ kind, state, id, no }: InboxRow): string {
  if (kind === 'ticket') return `/desk/tickets/${no}`
  if (kind === 'rectification') return `/desk/rectifications/${id}`
  return state === 'received' || state === 'correcting' ? `/desk/cases/${no}` : `/desk/items/${id}`
}
