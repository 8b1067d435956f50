import type { Act } from '../act.ts'
import { actorId } from '#shared/access/actor.ts'
import { dayOf, timeOf } from '#shared/calendar/day.ts'
import { receivedDay } from '#shared/calendar/working-days.ts'
import { newId } from '#shared/id.ts'
import { NO_CLOCK, startClock, type Clock } from '#shared/work/clock.ts'
import type { WorkKind } from '#shared/work/move.ts'
import { workingTime } from '../settings/index.ts'
import { askForSomebody } from './assignment.ts'
import { recount } from './store/counts.ts'
import { worksTogether } from './leads.ts'
import { insertWork, type WorkRow } from './store.ts'
import { unitNow } from './succession.ts'

/** A work item to be opened. `clock` names its first clock and gives its working days. */
export interface NewWork {
  id?: string
  kind: WorkKind
  state: string
  unit: string
  parentId: string
  no: string
  topic: string
  label: string
  ownerId: string
  clock?: { name: string; days: number; legalDays?: number }
}

/** Opens work items, with the first event of their timelines, in the act's transaction. Answers them in order. */
export async function openWork(act: Act, items: NewWork[]): Promise<WorkRow[]> {
  const working = workingTime()
  const { calendar, hours } = working
  const received = { day: receivedDay(act.at, calendar, hours.endOfDay), time: timeOf(act.at) }
  // The items of a case start with the same clock: one walk through the calendar serves them all.
  const clocks = new Map<string, Clock>()
  const clockOf = ({ name, ...span }: NonNullable<NewWork['clock']>): Clock => {
    const key = `${name} ${span.days} ${span.legalDays}`
    const clock = clocks.get(key) ?? startClock(name, span, received, working)
    clocks.set(key, clock)
    return clock
  }
  const rows = items.map(({ clock, id, ...item }, i): WorkRow => ({
    ...item,
    ...(clock ? clockOf(clock) : { ...NO_CLOCK, clockFrom: dayOf(act.at) }),
    id: id ?? newId(act.at),
    unit: unitNow(item.unit),
    assignee: '',
    leads: !worksTogether(item) || isFirst(items, i),
    signal: '',
    doers: { open: actorId(act.actor) },
    openedAt: act.at,
    closedAt: 0,
    version: 1,
  }))
  const events = rows.map((row) => ({
    id: newId(act.at),
    workId: row.id,
    seq: 1,
    move: 'open',
    fromState: '',
    toState: row.state,
    actorKind: act.actor.kind,
    actorId: actorId(act.actor),
    at: act.at,
    note: null,
    data: {},
  }))
  await insertWork(act.tx, rows, events)
  await recount(act.tx, [], rows)
  await askForSomebody(act, ...rows)
  return rows
}

/** Whether no item of the same parent that is worked on together with it comes before. */
function isFirst(items: readonly NewWork[], place: number): boolean {
  const item = items[place]
  return !items
    .slice(0, place)
    .some((other) => other.parentId === item?.parentId && other.state === item.state)
}
