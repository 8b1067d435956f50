import { maskName } from '#shared/elements/types/person-name.ts'
import type { Shown, SupervisedLine, SupervisedView } from '#shared/supervision/views.ts'
import type { Look } from '../act.ts'
import { staffNames } from '../identity/index.ts'
import { hrefOf, titleOf } from '../insight/index.ts'
import {
  inboxPage,
  presentWork,
  supervisedScopes,
  type After,
  type InboxFilter,
  type WorkRow,
} from '../work/index.ts'
import { lightOf, marksAt } from './marks.ts'
import { unitName } from './names.ts'
import { unitsOver } from './over.ts'

const PAGE = 50

/** What of the supervised work is asked for. */
export interface Wanted {
  show: Shown
  unit: string
  person: string
}

/** A page of the supervised work, by due day. The look is on record. */
export async function listSupervised(
  look: Look,
  { after, ...wanted }: Wanted & { after: string },
): Promise<SupervisedView> {
  const rows = await supervisedRows(look, wanted, cursorOf(after), PAGE + 1)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  look.note({
    verb: 'supervision.list',
    subjectKind: 'work',
    subjectId: wanted.show,
    detail: { unit: wanted.unit, person: wanted.person, rows: shown.length },
  })
  const names = await staffNames(look.tx, [wanted.person])
  return {
    show: wanted.show,
    unit: wanted.unit === '' ? null : { code: wanted.unit, name: unitName(wanted.unit, look.lang) },
    person: wanted.person === '' ? null : { code: wanted.person, name: names.get(wanted.person) ?? '' },
    lines: await presentLines(look, shown),
    next: rows.length > PAGE && last ? `${last.dueDay}~${last.id}` : null,
  }
}

/** Rows of the supervised work after a place, read along the indexes of the inbox. */
export function supervisedRows(
  look: Look,
  { show, unit, person }: Wanted,
  after: After | null,
  limit: number,
): Promise<WorkRow[]> {
  unitsOver(look)
  const { overdueBy, riskBy, returned } = marksAt(look.at)
  const filter: InboxFilter = {
    ...(unit !== '' && { unit }),
    ...(person !== '' && { assignee: person }),
    ...(show === 'overdue' && { dueBy: overdueBy }),
    ...(show === 'risk' && { dueBy: riskBy }),
    ...(show === 'returned' && { states: returned }),
  }
  // What is at risk begins after the last that is overdue.
  const from = show === 'risk' ? (after ?? { dueDay: overdueBy, id: 'zz' }) : after
  return inboxPage(look.tx, supervisedScopes(look.actor), filter, from, limit)
}

export async function presentLines(look: Look, rows: readonly WorkRow[]): Promise<SupervisedLine[]> {
  const marks = marksAt(look.at)
  const names = await staffNames(
    look.tx,
    rows.map(({ assignee }) => assignee).filter((id) => id !== ''),
  )
  return rows.map((row) => {
    const { dueDay, daysLeft } = presentWork(row, look.actor, look.at)
    return {
      id: row.id,
      kind: row.kind,
      state: row.state,
      no: row.no,
      label: maskName(row.label),
      title: titleOf(row, look),
      href: hrefOf(row),
      unit: unitName(row.unit, look.lang),
      holder: names.get(row.assignee) ?? '',
      light: lightOf(row, look.at, marks),
      dueDay,
      daysLeft,
    }
  })
}

export function cursorOf(after: string): After | null {
  const [dueDay, id] = after.split('~')
  return dueDay && id ? { dueDay, id } : null
}
