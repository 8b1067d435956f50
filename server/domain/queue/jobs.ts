import { read } from '#db'
import { systemActor } from '#shared/access/actor.ts'
import { addDays, DAY_MS, dayOf, momentOf, timeOf } from '#shared/calendar/day.ts'
import { spansOf } from '#shared/queue/slots.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { asking, perform } from '../perform.ts'
import { workingCalendar } from '../settings/index.ts'
import { queueRules } from './rules.ts'
import {
  deleteAppointmentsBefore,
  leftBooked,
  toRemind,
  updateAppointment,
  type AppointmentRow,
} from './store/appointments.ts'
import { deleteSeatsBefore } from './store/seats.ts'
import { deleteSlotsBefore } from './store/slots.ts'
import { deleteTicketsBefore, endBefore } from './store/tickets.ts'
import { deleteWaitsBefore } from './store/waits.ts'
import { tellVisitor } from './tell-visitor.ts'

/** Appointments handled in one transaction. */
const TOGETHER = 200

/** Reminds of appointments, counts who stayed away, ends the lines of days gone by. Harmless when done twice. */
export async function handleQueueTick(_payload: Record<string, string>, at: number): Promise<void> {
  const { reminder, keptDays } = queueRules()
  const today = dayOf(at)
  if (timeOf(at) >= reminder.time) {
    const day = addDays(today, reminder.daysBefore)
    await eachOf((limit) => toRemind(read(), day, limit), at, remind)
  }
  await eachOf((limit) => leftBooked(read(), today, limit), at, countAbsent)
  await perform(asking(systemActor('queue'), at), async ({ tx }) => {
    await endBefore(tx, today, at)
    await deleteSeatsBefore(tx, momentOf(today))
    await deleteSlotsBefore(tx, today)
    await deleteWaitsBefore(tx, at - DAY_MS)
    await deleteTicketsBefore(tx, addDays(today, -keptDays))
    await deleteAppointmentsBefore(tx, addDays(today, -keptDays))
  })
}

async function eachOf(
  find: (limit: number) => Promise<AppointmentRow[]>,
  at: number,
  handle: (act: Act, row: AppointmentRow) => Promise<void>,
): Promise<void> {
  for (;;) {
    const rows = await find(TOGETHER)
    if (rows.length > 0)
      await perform(asking(systemActor('queue'), at), async (act) => {
        for (const row of rows) await handle(act, row)
      })
    if (rows.length < TOGETHER) return
  }
}

async function remind(act: Act, row: AppointmentRow): Promise<void> {
  if (await updateAppointment(act.tx, row, { remindedAt: act.at }))
    await tellVisitor(act, row, 'appointment_reminder')
}

/** Who did not come on a day on which the hall was open; on a day that became a holiday nobody stayed away. */
async function countAbsent(act: Act, row: AppointmentRow): Promise<void> {
  const hall = catalog().find('hall', row.hall)
  const open = hall && spansOf(hall.opening, row.day, workingCalendar()).length > 0
  const state = open ? 'absent' : 'cancelled'
  if ((await updateAppointment(act.tx, row, { state, holds: row.id })) && open)
    await tellVisitor(act, row, 'appointment_absent')
}
