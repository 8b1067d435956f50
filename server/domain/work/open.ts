import type { Act } from '../act.ts'
import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { receivedDay } from '#shared/calendar/working-days.ts'
import { newId } from '#shared/id.ts'
import { NO_CLOCK, startClock, type Clock } from '#shared/work/clock.ts'
import type { WorkKind } from '#shared/work/move.ts'
import { workingCalendar } from '../settings/index.ts'
import { insertWork, type WorkRow } from './store.ts'

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
  clock?: { name: string; days: number }
}

/** Opens work items, with the first event of their timelines, in the act's transaction. Answers them in order. */
export async function openWork(act: Act, items: NewWork[]): Promise<WorkRow[]> {
  const calendar = workingCalendar()
  const received = receivedDay(act.at, calendar)
  // The items of a case start with the same clock: one walk through the calendar serves them all.
  const clocks = new Map<string, Clock>()
  const clockOf = ({ name, days }: { name: string; days: number }): Clock => {
    const key = `${name} ${days}`
    const clock = clocks.get(key) ?? startClock(name, days, received, calendar)
    clocks.set(key, clock)
    return clock
  }
  const rows = items.map(({ clock, id, ...item }): WorkRow => ({
    ...item,
    ...(clock ? clockOf(clock) : { ...NO_CLOCK, clockFrom: dayOf(act.at) }),
    id: id ?? newId(act.at),
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
  return rows
}
