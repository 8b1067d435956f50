import type { InboxView, PlacesView } from '#shared/cases/desk-view.ts'
import { unitsWith } from '#shared/access/can.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { say, type Text } from '#shared/text.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { inbox, inboxCounts, worksTogether, type InboxRow } from '../work/index.ts'

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
  return { next, lines: rows.map((row) => ({ ...row, title: titleOf(row, look), href: hrefOf(row) })) }
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

function resourceTitle(code: string): Text | undefined {
  return catalog().find('resource', code)?.name
}

const TITLES: Partial<Record<WorkKind, (topic: string) => Text | undefined>> = {
  caseItem: (code) => catalog().find('item', code)?.name,
  rectification: (code) => catalog().find('lifeEvent', code)?.title,
  subscription: resourceTitle,
  dataObjection: resourceTitle,
  lookupQuestion: resourceTitle,
}

/** What the work is about: the service item, the ticket's category, the life event that was rated, the resource. */
function titleOf({ kind, topic }: InboxRow, { lang }: Look): string {
  if (kind === 'ticket') {
    const category = catalog().hotline.categories.find((each) => each.code === topic)
    return category ? say(category.label, lang) : topic
  }
  const document = TITLES[kind]?.(topic)
  return document ? say(document, lang) : topic
}

const EXCHANGE_PLACES: Partial<Record<WorkKind, string>> = {
  subscription: 'subscriptions',
  dataObjection: 'objections',
  lookupQuestion: 'questions',
}

/** What the counter has to take in is the whole case; everything else is one item's own page. */
function hrefOf(row: InboxRow): string {
  const { kind, id, no } = row
  if (kind === 'ticket') return `/desk/tickets/${no}`
  const place = EXCHANGE_PLACES[kind]
  if (place) return `/desk/exchange/${place}/${no}`
  if (kind === 'rectification') return `/desk/rectifications/${id}`
  return worksTogether(row) ? `/desk/cases/${no}` : `/desk/items/${id}`
}
