import { systemActor } from '#shared/access/actor.ts'
import { workdayHours } from '#shared/calendar/idle.ts'
import { MOVE_TABLES } from '#shared/work/tables.ts'
import { look, perform, asking } from '../perform.ts'
import { workingTime } from '../settings/index.ts'
import { idleHours, recordAct, workOf, type WorkRow } from '../work/index.ts'
import { heldAfter } from './store/loads.ts'

const BATCH = 500

/** What somebody took and nothing happened to for so many hours of working days is free again. */
export async function handleIdle(_payload: Record<string, string>, at: number): Promise<void> {
  const who = asking(systemActor('assignment'), at)
  const { calendar } = workingTime()
  for (let after = { assignee: '', dueDay: '', id: '' }; ;) {
    const held = await look(who, ({ tx }) => heldAfter(tx, after, BATCH))
    const last = held.at(-1)
    if (!last) return
    after = last.row
    for (const { row, lastAt } of held)
      if (waitsForHolder(row) && workdayHours(lastAt, at, calendar) >= idleHours())
        await perform(who, async (act) => {
          const now = await workOf(act.tx, row.id)
          if (now?.version === row.version)
            await recordAct(act, now, 'putBack', { assignee: '', data: { idle: true } })
        })
  }
}

/** Whoever waits for a hearing or for the applicant is not idle. */
function waitsForHolder({ kind, state, clock }: WorkRow): boolean {
  return MOVE_TABLES[kind].turn[state] !== undefined && clock !== 'paused'
}
