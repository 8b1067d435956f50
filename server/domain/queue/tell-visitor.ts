import type { NoticeKind } from '#shared/notices/kinds.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { tell } from '../notices/index.ts'
import type { AppointmentRow } from './store/appointments.ts'

/** Tells whose appointment it is what became of it: nobody without an account, and nothing of a hall that is gone. */
export async function tellVisitor(act: Act, row: AppointmentRow, kind: NoticeKind): Promise<void> {
  const hall = catalog().find('hall', row.hall)
  if (!row.personId || !hall) return
  const when = `${row.day} ${row.time}`
  await tell(
    act,
    row.personId,
    kind,
    `${kind} ${row.id} ${when}`,
    { no: row.no, hall: hall.name, when },
    `/my/appointments/${row.no}`,
  )
}
