import { actorId } from '#shared/access/actor.ts'
import { can, unitsWith } from '#shared/access/can.ts'
import type { EmergenciesView, EmergencyLine } from '#shared/exchange/emergency-view.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { staffNames } from '../identity/index.ts'
import { departmentOf } from './department-of.ts'
import { askableBy, unitsOf } from './emergency.ts'
import { emergenciesOf, type EmergencyRow } from './store/emergencies.ts'

/** A page shows so many, the newest first. */
const MOST_SHOWN = 100

/** The emergencies somebody asked for, and those they may decide; and what they may ask. */
export async function listEmergencies(look: Look, { shown }: { shown?: string }): Promise<EmergenciesView> {
  const rows = await emergenciesOf(
    look.tx,
    actorId(look.actor),
    unitsWith(look.actor, 'exchange.confirm'),
    MOST_SHOWN,
  )
  const names = await staffNames(
    look.tx,
    rows.flatMap(({ askedBy, confirmedBy }) => [askedBy, confirmedBy]),
  )
  if (rows.length > 0)
    look.note({ verb: 'exchange.readEmergencies', subjectKind: 'staff', subjectId: actorId(look.actor) })
  const codes = new Set(unitsOf(look).flatMap((unit) => askableBy(unit, look.at)))
  return {
    resources: [...codes].map((value) => ({ value, label: nameOf(look, value) })),
    lines: rows.map((row) => lineOf(look, row, names)),
    shown: shownTo(look, rows, shown),
  }
}

/** What came of an emergency, to whoever made it, while it may be read. */
function shownTo(look: Look, rows: readonly EmergencyRow[], id?: string): EmergenciesView['shown'] {
  const made = rows.find((row) => row.id === id && row.askedBy === actorId(look.actor))
  return made?.state === 'used' && look.at < made.expiresAt ? made.answer : null
}

function lineOf(look: Look, row: EmergencyRow, names: ReadonlyMap<string, string>): EmergencyLine {
  const open = row.expiresAt > look.at
  const own = row.askedBy === actorId(look.actor)
  const waits = row.state === 'asked' || row.state === 'confirmed'
  return {
    id: row.id,
    resource: nameOf(look, row.resource),
    about: Object.values(row.params).map(masked).join(' '),
    reason: row.reason,
    askedBy: names.get(row.askedBy) ?? '',
    unit: departmentOf(look, row.unit),
    askedAt: row.askedAt,
    state: waits && !open ? 'expired' : row.state,
    confirmedBy: names.get(row.confirmedBy) ?? '',
    expiresAt: row.expiresAt,
    moves: [
      ...(row.state === 'asked' && open && !own && can(look.actor, 'exchange.confirm', row.unit)
        ? ['confirm']
        : []),
      ...(row.state === 'confirmed' && open && own ? ['lookUp'] : []),
    ],
  }
}

function nameOf({ lang }: Look, resource: string): string {
  const found = catalog().find('resource', resource)
  return found ? say(found.name, lang) : resource
}

/** Enough to tell one from another. */
function masked(number: string): string {
  return `${number.slice(0, 1)}****${number.slice(-4)}`
}
