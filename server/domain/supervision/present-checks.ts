import { dayOf } from '#shared/calendar/day.ts'
import { didIt } from '#shared/access/stand-in.ts'
import type { BrokenView, CheckView, ChecksView } from '#shared/supervision/views.ts'
import type { Actor } from '#shared/access/actor.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { staffNames } from '../identity/index.ts'
import { titleOf } from '../insight/index.ts'
import type { WorkRow } from '../work/index.ts'
import { unitName } from './names.ts'
import { unitsOver } from './over.ts'
import { supervisionRules } from './rules.ts'
import { countingBroken } from './store/promises.ts'
import { doneChecks, openChecks, type CheckRow } from './store/checks.ts'
import { workByIds } from './store/loads.ts'

/** The moves of which somebody made one when they decided. */
const DECIDING = ['propose', 'grant', 'approveGrant', 'deny', 'approveDenial']

const OPEN = 50
const DONE = 20

/** What was drawn for a person to check, and what was found. */
export async function presentChecks(look: Act | Look): Promise<ChecksView> {
  const units = unitsOver(look)
  const [drawn, promised, done] = await Promise.all([
    openChecks(look.tx, units, 'drawn', OPEN),
    openChecks(look.tx, units, 'promise', OPEN),
    doneChecks(look.tx, units, DONE),
  ])
  const open = [...drawn, ...promised]
  const items = await workByIds(
    look.tx,
    [...open, ...done].map(({ workId }) => workId),
  )
  const names = await staffNames(
    look.tx,
    done.map(({ checkedBy }) => checkedBy),
  )
  const present = (row: CheckRow): CheckView[] => {
    const item = items.get(row.workId)
    return item ? [presentCheck(look, row, item, names)] : []
  }
  return {
    rulePercent: supervisionRules().spotChecks.rulePercent,
    open: open.flatMap(present),
    done: done.flatMap(present),
    broken: await presentBroken(look, units),
    units: catalog()
      .all('department')
      .filter(({ code }) => units === 'all' || units.includes(code))
      .map(({ code, shortName }) => ({ code, name: say(shortName, look.lang) })),
  }
}

async function presentBroken(look: Act | Look, units: readonly string[] | 'all'): Promise<BrokenView[]> {
  const rows = await countingBroken(look.tx, units, dayOf(look.at), DONE)
  const items = await workByIds(
    look.tx,
    rows.map(({ workId }) => workId),
  )
  return rows.flatMap((row) => {
    const item = items.get(row.workId)
    if (!item) return []
    const { id, reason, untilDay } = row
    return [{ id, no: item.no, title: titleOf(item, look), href: `/desk/items/${item.id}`, reason, untilDay }]
  })
}

/** Whether somebody may check an item: not what they decided themselves. */
export function mayCheck(actor: Actor, item: WorkRow): boolean {
  return !DECIDING.some((move) => didIt(actor, item.doers[move]))
}

function presentCheck(
  { actor, lang, at }: Act | Look,
  row: CheckRow,
  item: WorkRow,
  names: Map<string, string>,
): CheckView {
  return {
    id: row.id,
    no: item.no,
    title: titleOf(item, { lang }),
    unit: unitName(row.unit, lang),
    href: `/desk/items/${item.id}`,
    kind: row.kind,
    dueDay: row.dueDay,
    overdue: row.checkedAt === 0 && row.dueDay !== '' && row.dueDay < dayOf(at),
    decidedBy: row.decidedBy,
    drawnAt: row.drawnAt,
    result: row.result,
    reason: row.reason,
    checkedBy: names.get(row.checkedBy) ?? '',
    checkedAt: row.checkedAt,
    mayCheck: row.checkedAt === 0 && mayCheck(actor, item),
  }
}
