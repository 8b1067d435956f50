import { setTimeout as pause } from 'node:timers/promises'
import { systemActor } from '#shared/access/actor.ts'
import { addWorkdays } from '#shared/calendar/working-days.ts'
import { newId } from '#shared/id.ts'
import { momentNow } from '#shared/work/clock.ts'
import type { Act } from '../act.ts'
import { emitAll } from '../jobs/index.ts'
import { asking, perform } from '../perform.ts'
import { workingTime, writeSetting } from '../settings/index.ts'
import { setSignal, type Marked, type Reached, type Signal } from './store/due.ts'

/** So many are marked by one statement: what waits behind it waits for no more than that. */
const TOGETHER = 1000

/** One run ends after so long; the next minute goes on. A runner has a job for a minute. */
const LONGEST_MS = 45_000

/** Names the last marks of clocks: when it is another, every desk reads its list anew. */
export const SIGNALLED = 'work.signalled'

/**
 * Every minute: what is overdue is marked red, what is due by the end of the next working day yellow. What follows from
 * a clock that ran out is written with the mark, as event `<kind>.<clock>Over` about the parent.
 * @returns how many were marked
 */
export async function markDue(at: number): Promise<number> {
  const now = momentNow(at)
  const soon = addWorkdays(now.day, 1, workingTime().calendar)
  const overdue: Reached = { before: now }
  const begun = performance.now()
  let marked = 0
  for (const [from, signal, when] of [
    ['', 'red', overdue],
    ['yellow', 'red', overdue],
    ['', 'yellow', { until: soon }],
  ] as const) {
    for (let some = TOGETHER; some === TOGETHER && performance.now() - begun < LONGEST_MS;) {
      const before = performance.now()
      some = await markSome(at, from, signal, when)
      marked += some
      // As long as it took, everybody else goes first.
      if (some === TOGETHER) await pause(performance.now() - before)
    }
  }
  return marked
}

/** work.due, every minute. */
export async function handleDue(_payload: Record<string, string>, at: number): Promise<void> {
  await markDue(at)
}

function markSome(at: number, from: '' | Signal, to: Signal, when: Reached): Promise<number> {
  return perform(asking(systemActor('work'), at), async (act) => {
    const rows = await setSignal(act.tx, { from, to, when, limit: TOGETHER })
    if (to === 'red') await tellOver(act, rows)
    if (rows.length > 0) await writeSetting(act.tx, SIGNALLED, newId(at))
    return rows.length
  })
}

/** One event for each parent: its items ran out together. */
async function tellOver(act: Act, rows: readonly Marked[]): Promise<void> {
  const over = rows.map(({ kind, clockName, parentId }) => ({
    event: `${kind}.${clockName}Over`,
    key: `${parentId}:${act.at}`,
    payload: { parentId },
  }))
  await emitAll(act, [...new Map(over.map((each) => [`${each.event} ${each.key}`, each])).values()])
}
