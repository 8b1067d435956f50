import type { Actor } from '#shared/access/actor.ts'
import { MOST_RETURNS } from '#shared/hotline/limits.ts'
import type { TicketEvent, TicketView } from '#shared/hotline/views.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { presentWork, type TimelineEntry } from '../work/index.ts'
import type { FoundTicket } from './find.ts'
import { presentReason } from './guide.ts'
import { categoryOf, kindOf } from './kinds.ts'

/** Who reads, when and in which language. */
export type Reading = Pick<Look, 'actor' | 'at' | 'lang'>

/** A ticket as its caller sees it. What the department wrote to the hotline centre is not for them. */
export function presentForCaller(ticket: FoundTicket, look: Reading): TicketView {
  const view = presentTicket(ticket, look)
  return {
    ...view,
    timeline: view.timeline.map((event) => (event.move === 'return' ? { ...event, note: null } : event)),
  }
}

/** What callers and staff see alike. */
export function presentTicket(ticket: FoundTicket, { actor, at, lang }: Reading): TicketView {
  const { row, work, events } = ticket
  const { state, dueDay, daysLeft, provisional } = presentWork(work, actor, at)
  const { title, text, place, expectation } = row.content
  return {
    no: row.no,
    title,
    kind: say(kindOf(row.kind).label, lang),
    category: say(categoryOf(row.category).label, lang),
    text,
    place,
    expectation,
    secret: row.secret === 'yes',
    filedAt: row.filedAt,
    state,
    department: say(catalog().one('department', work.unit).name, lang),
    dueDay,
    daysLeft,
    provisional,
    reply: row.reply,
    repliedAt: row.repliedAt,
    callBack: row.callBack,
    timeline: events.map((event) => presentEvent(event, lang)),
    moves: movesOf(ticket, actor, at),
  }
}

/** The moves an actor can make; a ticket that was returned often enough stays where it is. */
export function movesOf(
  { work, events }: Pick<FoundTicket, 'work' | 'events'>,
  actor: Actor,
  at: number,
): string[] {
  const returns = events.filter(({ move }) => move === 'return').length
  const { moves } = presentWork(work, actor, at)
  return returns < MOST_RETURNS ? moves : moves.filter((move) => move !== 'return')
}

function presentEvent({ move, at, by, note, data }: TimelineEntry, lang: Lang): TicketEvent {
  const department =
    typeof data.department === 'string' ? catalog().find('department', data.department) : undefined
  const reason = catalog().hotline.notAccepted.find(({ code }) => code === data.reason)
  return {
    move,
    at,
    by,
    department: department ? say(department.name, lang) : null,
    reason: reason ? presentReason(reason, lang) : null,
    note,
  }
}
