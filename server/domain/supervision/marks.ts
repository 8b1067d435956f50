import { addDays, dayOf, timeOf } from '#shared/calendar/day.ts'
import { addWorkdays } from '#shared/calendar/working-days.ts'
import type { Light } from '#shared/supervision/views.ts'
import { isOverdue, momentNow } from '#shared/work/clock.ts'
import { workingTime } from '../settings/index.ts'
import type { WorkRow } from '../work/index.ts'
import { supervisionRules } from './rules.ts'
import type { Marks } from './store/loads.ts'

/** States in which work was sent back, to the applicant or by a department. */
const RETURNED = ['returned', 'correcting', 'amending']

/** What counts as overdue, at risk and returned at a moment. */
export function marksAt(at: number): Marks {
  const { calendar, hours } = workingTime()
  const today = dayOf(at)
  return {
    overdueBy: timeOf(at) > hours.endOfDay ? today : addDays(today, -1),
    riskBy: addWorkdays(today, supervisionRules().riskDays, calendar),
    returned: RETURNED,
  }
}

/** How near its end a work item is. */
export function lightOf(row: WorkRow, at: number, { riskBy }: Marks): Light {
  if (row.clock !== 'running') return ''
  if (isOverdue(row, momentNow(at))) return 'red'
  return row.dueDay <= riskBy ? 'yellow' : ''
}
