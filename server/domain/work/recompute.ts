import { setTimeout as pause } from 'node:timers/promises'
import { systemActor } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { recomputeClock, type Clock } from '#shared/work/clock.ts'
import type { WorkingTime } from '#shared/calendar/office-hours.ts'
import type { MovedLine } from '#shared/calendar/year.ts'
import type { Act } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import { asking, perform } from '../perform.ts'
import { refreshCalendar, workingTime, writeSetting } from '../settings/index.ts'
import { reportById, setEnds, updateReport, workCrossing, type CalendarReportRow } from './store/calendar.ts'
import { recount } from './store/counts.ts'
import { SIGNALLED } from './due.ts'
import { addMoved, lineOf } from './moved-lines.ts'
import { insertEvents, type WorkRow } from './store.ts'

/** So many are looked at by one transaction. */
const TOGETHER = 500

/** One run ends after so long and another goes on: a runner has a job for a minute. */
const LONGEST_MS = 30_000

/** A clock whose end another calendar moves, as it will be; undefined where it stays. */
export function movedEnd<C extends Clock>(clock: C, working: WorkingTime): C | undefined {
  const after = { ...clock, ...recomputeClock(clock, working) }
  const { dueDay, dueTime, legalDay } = clock
  const same = after.dueDay === dueDay && after.dueTime === dueTime && after.legalDay === legalDay
  return same ? undefined : after
}

/** work.recompute: a year was published; goes through the work whose end may move, from where it stopped. */
export async function handleRecompute(
  { report: id = '' }: Record<string, string>,
  at: number,
): Promise<void> {
  await refreshCalendar()
  const begun = performance.now()
  for (;;) {
    const before = performance.now()
    const who = asking(systemActor('work'), at + Math.round(before - begun))
    if (!(await perform(who, (act) => recomputeSome(act, id)))) return
    if (performance.now() - begun > LONGEST_MS) {
      const key = `${id}:${newId(at)}`
      return perform(who, (act) => enqueue(act, { kind: 'work.recompute', key, payload: { report: id } }))
    }
    // As long as it took, everybody else goes first.
    await pause(performance.now() - before)
  }
}

/** The next so many; answers whether there are more. */
async function recomputeSome(act: Act, id: string): Promise<boolean> {
  const report = await reportById(act.tx, id)
  if (!report || report.doneAt > 0) return false
  const rows = await workCrossing(act.tx, report.year, report.cursor, TOGETHER)
  const working = workingTime()
  const changes = rows.flatMap((before) => {
    const after = movedEnd(before, working)
    return after ? [{ before, after }] : []
  })
  const changed = await setEnds(
    act.tx,
    changes.map(({ after }) => after),
  )
  const done = changes.filter(({ before }) => changed.has(before.id))
  await writeMoved(act, report, done)
  // Somebody moved one of them at the same moment: they are looked at again.
  const again = done.length < changes.length
  const last = !again && rows.length < TOGETHER
  await updateReport(act.tx, id, {
    moved: report.moved + done.length,
    lines: addMoved(
      report.lines,
      done.map(({ before, after }) => lineOf(before.kind, before, after, 1)),
    ),
    ...(!again && { cursor: rows.at(-1)?.id ?? report.cursor, looked: report.looked + rows.length }),
    ...(last && { doneAt: act.at }),
  })
  return !last
}

/** What the person it belongs to reads. */
function told(year: number, { end, from, to }: MovedLine): { note: string; data: Record<string, unknown> } {
  const which = end === 'due' ? '到期日' : '法定期限'
  return {
    note: `因公布 ${year} 年放假安排，${which}由 ${from} 改为 ${to}。`,
    data: { year, end, from, to },
  }
}

/** The events of what moved, and the counts of the inbox. */
async function writeMoved(
  act: Act,
  { year }: CalendarReportRow,
  done: readonly { before: WorkRow; after: WorkRow }[],
): Promise<void> {
  if (done.length === 0) return
  await insertEvents(
    act.tx,
    done.map(({ before, after }) => ({
      ...told(year, lineOf(before.kind, before, after, 1)),
      id: newId(act.at),
      workId: before.id,
      seq: before.version + 1,
      move: 'recalendar',
      fromState: before.state,
      toState: before.state,
      actorKind: 'system',
      actorId: 'work',
      at: act.at,
    })),
  )
  await recount(
    act.tx,
    done.map(({ before }) => before),
    done.map(({ after }) => after),
  )
  await writeSetting(act.tx, SIGNALLED, newId(act.at))
}
