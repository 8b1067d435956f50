import type { InboxView, PlacesView } from '#shared/cases/desk-view.ts'
import { actorId } from '#shared/access/actor.ts'
import { can, unitsWith } from '#shared/access/can.ts'
import { RIGHTS } from '#shared/access/rights.ts'
import { addDays, dayOf } from '#shared/calendar/day.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import type { deskCases } from '#shared/contract/cases.ts'
import { VISIT, VISIT_TOPIC } from '#shared/ratings/visit.ts'
import { say, type Text } from '#shared/text.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { staffNames } from '../identity/index.ts'
import { missingYear } from '../settings/index.ts'
import { inbox, inboxCounts, worksTogether, type InboxRow } from '../work/index.ts'

/** The desk's inbox: all kinds of open work in one list by due day, with the words and addresses it needs. */
export async function deskInbox(
  look: Look,
  { kind, state, due, whose, unit, after }: InputOf<typeof deskCases.inbox>,
): Promise<InboxView> {
  const today = dayOf(look.at)
  const { rows, next } = await inbox(
    look,
    {
      ...(kind && { kind }),
      ...(state && { states: [state] }),
      ...(unit && { unit }),
      ...(due && { dueBy: due === 'today' ? today : addDays(today, -1) }),
      ...(whose && { assignee: whose === 'mine' ? actorId(look.actor) : '' }),
    },
    after ?? null,
  )
  const names = await staffNames(look.tx, rows.map(({ assignee }) => assignee).filter(Boolean))
  return {
    next,
    missingCalendar: can(look.actor, 'work.supervise') ? missingYear(look.at) : null,
    lines: rows.map((row) => ({
      ...row,
      title: titleOf(row, look),
      href: hrefOf(row),
      holder: names.get(row.assignee) ?? '',
    })),
  }
}

/** Who works here, with which rights, and how much waits of each kind. */
export async function deskPlaces(look: Look): Promise<Omit<PlacesView, 'visitor'>> {
  const { actor, lang } = look
  const { byState, due } = await inboxCounts(look)
  const units = actor.kind === 'staff' ? actor.units : []
  return {
    id: actorId(actor),
    name: actor.kind === 'staff' ? actor.name : '',
    units: units.map((unit) =>
      say(catalog().find('department', unit)?.shortName ?? { zh: unit, en: unit }, lang),
    ),
    counts: byState,
    due,
    offices: officesOf(look),
    rights: RIGHTS.filter((right) => unitsWith(actor, right).length > 0),
  }
}

/** The offices whose work somebody sees and may choose among; none where there is only one. */
function officesOf({ actor, lang }: Look): PlacesView['offices'] {
  const seen = unitsWith(actor, 'cases.read')
  const offices = catalog()
    .all('department')
    .filter(({ code }) => seen === 'all' || seen.includes(code))
  return offices.length < 2
    ? []
    : offices.map(({ code, shortName }) => ({ value: code, label: say(shortName, lang) }))
}

function resourceTitle(code: string): Text | undefined {
  return catalog().find('resource', code)?.name
}

const TITLES: Partial<Record<WorkKind, (topic: string) => Text | undefined>> = {
  caseItem: (code) => catalog().find('item', code)?.name,
  rectification: (code) => (code === VISIT_TOPIC ? VISIT : catalog().find('lifeEvent', code)?.title),
  subscription: resourceTitle,
  dataObjection: resourceTitle,
  lookupQuestion: resourceTitle,
}

/** What the work is about: the service item, the ticket's category, the life event that was rated, the resource. */
export function titleOf(
  { kind, topic }: Pick<InboxRow, 'kind' | 'topic'>,
  { lang }: Pick<Look, 'lang'>,
): string {
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
export function hrefOf(row: Pick<InboxRow, 'kind' | 'id' | 'no' | 'state'>): string {
  const { kind, id, no } = row
  if (kind === 'ticket') return `/desk/tickets/${no}`
  const place = EXCHANGE_PLACES[kind]
  if (place) return `/desk/exchange/${place}/${no}`
  if (kind === 'rectification') return `/desk/rectifications/${id}`
  return worksTogether(row) ? `/desk/cases/${no}` : `/desk/items/${id}`
}
